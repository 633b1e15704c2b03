import { list } from '../locales/format.ts';
import { personName } from '../record/names.ts';
import { laterCleared } from '../record/participant-standing.ts';
import type { RecordView } from '../record/record-view.ts';
import { saidDay } from '../site/said-day.ts';
import { capital } from '../text/capital.ts';
import { sayKnown } from './components/figure-link.tsx';
import { type FigureItem, type FigureOn, valueOn } from './figures.ts';
import { itemName } from './item-name.ts';

/** More that came on one day are not named. */
const NAMED = 3;

/** A figure in a sentence or two: how much it is and was a year before, and what came to it last. */
export function figureNow(record: RecordView, figure: FigureOn): string {
  const { view, on } = record;
  const number = view.t('record.figure.now', {
    said: capital(sayKnown(view, on, figure)),
    change: change(record, figure),
  });
  return [number, ...latest(record, figure.items)].join(' ');
}

function change({ view, world, on }: RecordView, { id, value, knownThrough }: FigureOn): string {
  const since = value - valueOn(world, id, yearBefore(on < knownThrough ? on : knownThrough));
  if (since === 0) return view.t('record.figure.change.same');
  return view.t(since > 0 ? 'record.figure.change.more' : 'record.figure.change.fewer', { count: Math.abs(since) });
}

/** The same day of the year before. */
export const yearBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** Nothing where the day is not known as its source has it, or too many came on it to name them. */
function latest(record: RecordView, items: readonly FigureItem[]): string[] {
  const { view, world } = record;
  const last = items.at(-1)?.since;
  const newest = items.filter(({ since }) => since === last);
  const facts = newest.map(({ evidence, since }) => evidence.find(({ knownOn }) => knownOn === since));
  const [fact] = facts;
  if (!last || !fact || newest.length > NAMED || facts.includes(undefined) || isBy(world, fact.id)) return [];
  const what = list(
    view.lang,
    newest.map((item) => nameOf(record, item)),
  );
  const since = saidDay(view, 'since', fact.date.length === last.length ? last : fact.date);
  return [view.t('record.figure.latest', { what, since })];
}

/** The act may have been done long before. */
function isBy({ treaty }: RecordView['world'], id: string): boolean {
  return [...treaty.states.values()].some(({ acts }) => acts.some((act) => act.id === id && act.date_is === 'by'));
}

/** A past day says who was cleared since. */
function nameOf(record: RecordView, item: FigureItem): string {
  const { view, world, on, requested } = record;
  const { person, case: inCase } = item.of;
  const participant = world.docket.participants.find((one) => one.person.slug === person && one.case.slug === inCase);
  if (!participant) return itemName(record, item).name;
  const cleared = laterCleared(participant, on, requested.today);
  const name = personName(view.lang, participant.person);
  return cleared ? `${name} (${view.t(`record.later.${cleared}`)})` : name;
}
