import type { Changed } from '../facts/import-facts.ts';
import type { DatasetName, Fields } from '../facts/shapes.ts';
import type { View } from '../http/view.ts';
import { recordAddresses } from '../record/addresses.ts';
import { subjectName } from '../record/names.ts';
import type { World } from '../record/record.ts';
import { recordShapes } from '../record/shapes.ts';
import { stateAddresses } from '../states/addresses.ts';
import { statesShapes } from '../states/shapes.ts';
import { listedName } from '../states/state-names.ts';

/** A changed row as a person reads it. */
export interface Said {
  readonly text: string;
  readonly href: string;
  /** The day that it had before, where that was corrected. */
  readonly before?: string;
}

/** @returns undefined for a row that is no dated fact, or not public yet */
export function sayChange(view: View, world: World, dataset: DatasetName, { file, before, after }: Changed) {
  if (!after) return undefined;
  const said = dataset === 'record' ? sayEvent(view, world, file, after) : sayAct(view, world, file, after);
  const moved = before?.date && before.date !== after.date ? before.date : undefined;
  return said && { ...said, ...(moved && { before: view.partialDay(moved) }) };
}

/** Rows of an older shape are read as far as they can be. */
function sayEvent(view: View, { docket }: World, file: string, fields: Fields): Said | undefined {
  if (file !== 'events') return undefined;
  const { data: event } = recordShapes.events.row.safeParse(fields);
  if (!event || (event.public_on ?? event.date) > view.today()) return undefined;
  const href = event.case
    ? recordAddresses.case(view.lang, event.case)
    : recordAddresses.situation(view.lang, event.situation);
  const name = subjectName(view.lang, docket, event);
  const what = view.t(`record.event.${event.type}`);
  return { text: `${name}${view.t('site.colon')}${what}${view.t('site.comma')}${view.partialDay(event.date)}`, href };
}

function sayAct(view: View, { treaty }: World, file: string, fields: Fields): Said | undefined {
  if (file !== 'treaty-acts') return undefined;
  const { data: act } = statesShapes['treaty-acts'].row.safeParse(fields);
  const state = act && treaty.states.get(act.iso3);
  if (!act || !state) return undefined;
  const what = [view.t(`states.act.${act.act}`), view.t(`states.treaty.${act.treaty}`)].join(view.t('site.comma'));
  const day = act.date ? `${view.t('site.comma')}${view.partialDay(act.date)}` : '';
  return {
    text: `${listedName(view.lang, state)}${view.t('site.colon')}${what}${day}`,
    href: stateAddresses.state(view.lang, act.iso3),
  };
}
