import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { refuseUnlessMay } from '../accounts/may.ts';
import type { ActorId } from '../actors/actors.ts';
import { type Fields, writeAudit } from '../audit/audit.ts';
import type { ControllerId } from '../controllers/controllers.ts';
import type { Database, Queries } from '../database/database.ts';
import { holdFacts, latestRevision } from '../facts/revise.ts';
import { dropPages } from '../http/invalidation.ts';
import type { Day } from '../text/partial-day.ts';
import { AskRules, type ChosenRules, type RuleField, ruleFields, type WrongRule } from './ask-rules.ts';
import { insertRules, type RuledAsk, selectRuledAsks, updateOrder, updateRules } from './ask-rules-queries.ts';
import { selectSettingRow, waitForContent } from './campaign-queries.ts';

interface Change extends ChosenRules {
  /** The version of its rules and the place at which they were read. */
  readonly read: { readonly number: number; readonly place: number };
  readonly by: ActorId;
  /** What was looked at before (`lookedAt`), on which day; left out: nothing was, as where files or tests set it. */
  readonly looked?: { readonly print: string; readonly on: Day } | undefined;
  /** The earlier version that is brought back by it. */
  readonly back?: number | undefined;
}

export type AskOutcome =
  | { readonly is: 'done' }
  | { readonly is: 'none' }
  | { readonly is: 'wrong'; readonly wrong: ReadonlyMap<RuleField, WrongRule> }
  /** Somebody changed it meanwhile. */
  | { readonly is: 'moved' }
  /** The record, or another ask, is not what it was when it was looked at what this would do. */
  | { readonly is: 'look-again' };

/**
 * Sets of whom something is asked, of which office, under which aim, how its letter begins, and its place, all or nothing; as another
 * version. Letters that are written stay what they are. What was looked at before it is held still until it is done.
 * @throws NotAllowedError
 */
export function changeAsk(database: Database, slug: string, ask: string, change: Change): Promise<AskOutcome> {
  return database.transaction().execute(async (trx): Promise<AskOutcome> => {
    // Before the campaign, as whoever revises the record does.
    if (change.looked) await holdFacts(trx);
    const asks = await lockedAsks(trx, slug, change.by);
    const known = asks?.find((one) => one.slug === ask);
    if (!asks || !known) return { is: 'none' };
    const place = asks.indexOf(known) + 1;
    const refused = await refusedBy(trx, slug, asks, known, change);
    if (refused) return refused;
    const changed = ruleFields.filter((name) => !isDeepStrictEqual(known.rules[name], change.rules[name]));
    if (changed.length === 0 && place === change.place) return { is: 'done' };
    if (place !== change.place) await updateOrder(trx, inPlace(asks, known, change.place));
    await writeRules(trx, known, { slug, change, changed, moved: place !== change.place });
    return { is: 'done' };
  });
}

/** Why it is not done, with the asks as they are. */
async function refusedBy(
  trx: Queries,
  slug: string,
  asks: readonly RuledAsk[],
  known: RuledAsk,
  change: Change,
): Promise<AskOutcome | undefined> {
  const { read, looked } = change;
  if (known.number !== read.number || asks.indexOf(known) + 1 !== read.place) return { is: 'moved' };
  const wrong = wrongRules(asks, known, change);
  if (wrong.size > 0) return { is: 'wrong', wrong };
  if (looked && looked.print !== (await lookedAt(trx, slug, asks, looked.on))) return { is: 'look-again' };
  return undefined;
}

interface Writing {
  readonly slug: string;
  readonly change: Change;
  readonly changed: readonly (typeof ruleFields)[number][];
  readonly moved: boolean;
}

async function writeRules(trx: Queries, known: RuledAsk, { slug, change, changed, moved }: Writing): Promise<void> {
  const { rules, place, read, by, back } = change;
  if (changed.length > 0) {
    await insertRules(trx, known.id, { number: known.number + 1, rules, by });
    await updateRules(trx, known.id, rules);
  }
  const of = (values: AskRules, at: number): Fields => ({
    ...Object.fromEntries(changed.map((name) => [name, values[name]])),
    ...(moved ? { place: at } : {}),
  });
  await writeAudit(trx, {
    ...{ by, operation: 'campaigns.rule', item: ['ask', `${slug}/${known.slug}`] },
    before: of(known.rules, read.place),
    after: { ...of(rules, place), ...(back !== undefined && { back }) },
  });
  await dropPages(trx, ['campaigns'], 'remove');
}

/** What a look at other rules rests on: the same as long as the record, the day and the asks of the campaign are as they were. */
export async function lookedAt(queries: Queries, slug: string, asks: readonly RuledAsk[], on: Day): Promise<string> {
  const settings = await selectSettingRow(queries, slug, false);
  const each = asks.map(({ id, number, barred, published }) => [id, number, barred, published]);
  const all = [await latestRevision(queries), on, settings?.plainForMonths, each];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 32);
}

/** A campaign's asks, which nobody else rules until the transaction ends; undefined: there is no such campaign. */
export async function lockedAsks(trx: Queries, slug: string, by: ActorId): Promise<readonly RuledAsk[] | undefined> {
  await waitForContent(trx);
  const campaign = await selectSettingRow(trx, slug, true);
  if (!campaign) return undefined;
  const organisation = campaign.controllerId as ControllerId;
  await refuseUnlessMay(trx, by, [{ deed: 'campaigns.change', item: { organisation } }]);
  return selectRuledAsks(trx, campaign.id);
}

/** The ids of asks with one of them at another place, from 1. */
export function inPlace(asks: readonly RuledAsk[], one: RuledAsk, place: number): readonly string[] {
  const others = asks.filter((ask) => ask !== one).map(({ id }) => id);
  return others.toSpliced(place - 1, 0, one.id);
}

/** What can't be of what was chosen, as these asks are. */
export function wrongRules(
  asks: readonly RuledAsk[],
  known: RuledAsk | undefined,
  { rules, place }: ChosenRules,
): ReadonlyMap<RuleField, WrongRule> {
  const wrong = new Map<RuleField, WrongRule>();
  const read = AskRules.safeParse(rules);
  for (const { path } of read.error?.issues ?? []) wrong.set(path[0] as RuleField, 'choice');
  if (!Number.isInteger(place) || place < 1 || place > Math.max(asks.length, 1)) wrong.set('place', 'choice');
  const general = asks.some((one) => one !== known && !one.barred && one.rules.when === 'always');
  if (rules.when === 'always' && general) wrong.set('when', 'second');
  if (rules.when !== 'always' && known?.rules.when === 'always' && !known.barred && !general) wrong.set('when', 'last');
  const isKnown = (name: string) => known?.texts.every(({ text }) => text.arguments.some(({ id }) => id === name));
  if (rules.defaults.some((name) => !isKnown(name))) wrong.set('defaults', 'missing');
  return wrong;
}
