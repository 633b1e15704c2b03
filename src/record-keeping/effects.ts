import { campaignsShown } from '../campaigns/campaigns.ts';
import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import type { Changed } from '../facts/import-facts.ts';
import type { ChangedAsk } from '../facts/notes.ts';
import { currentFacts, withChanges } from '../facts/revise.ts';
import type { DatasetName } from '../facts/shapes.ts';
import { type FigureId, figureIds, movementOf, valueOn } from '../figures/figures.ts';
import type { Day } from '../text/partial-day.ts';
import { changedAsks } from './announce.ts';
import { type UntrueClaim, untrueClaims } from './untrue-claims.ts';
import { worldThen } from './world-then.ts';

/** What a change of the record does to what readers see. */
export interface Effects {
  /** The day for which it is said: today, or the day on which it becomes public. */
  readonly on: Day;
  readonly figures: readonly { readonly id: FigureId; readonly was: number; readonly is: number }[];
  /** Those that are the same on that day, and others on an earlier or a later one. */
  readonly otherDays: readonly FigureId[];
  /** By what they are called in the language of whoever looks. */
  readonly asks: readonly ChangedAsk[];
  /** What published words of campaigns say, and what would not be so any more. */
  readonly claims: readonly UntrueClaim[];
}

/** Works it out; nothing is written. */
export async function effectsOf(
  queries: Queries,
  dataset: DatasetName,
  changes: readonly Changed[],
  today: Day,
  lang: Lang,
): Promise<Effects> {
  const [record, states] = await Promise.all([currentFacts(queries, 'record'), currentFacts(queries, 'states')]);
  const before = { record, states };
  const after = { ...before, [dataset]: withChanges(before[dataset], changes) };
  const on = dayOf(changes, today);
  const [was, is] = [worldThen(before, on), worldThen(after, on)];
  const moved = figureIds.filter((id) => JSON.stringify(movementOf(was, id)) !== JSON.stringify(movementOf(is, id)));
  const values = moved.map((id) => ({ id, was: valueOn(was, id, on), is: valueOn(is, id, on) }));
  const figures = values.filter((one) => one.was !== one.is);
  return {
    on,
    figures,
    otherDays: values.filter((one) => one.was === one.is).map(({ id }) => id),
    asks:
      dataset === 'states' ? await called(queries, lang, await changedAsks(queries, was.treaty, is.treaty, on)) : [],
    claims: moved.length > 0 ? await untrueClaims(queries, was, is, on) : [],
  };
}

/** What is held back does nothing before its day. */
function dayOf(changes: readonly Changed[], today: Day): Day {
  const days = changes.flatMap(({ after }) => (after?.public_on ? [after.public_on] : []));
  return [today, ...days].sort().at(-1) ?? today;
}

async function called(queries: Queries, lang: Lang, asks: readonly ChangedAsk[]): Promise<ChangedAsk[]> {
  const { open } = await campaignsShown(queries, lang);
  return asks.map((one) => {
    const campaign = open.find(({ slug }) => slug === one.campaign);
    const titleOf = (slug?: string) => campaign?.asks.find((ask) => ask.slug === slug)?.text.title ?? slug;
    return { ...one, was: titleOf(one.was), is: titleOf(one.is) };
  });
}
