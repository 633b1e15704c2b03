import { recordAddresses } from '../addresses.ts';
import type { Event } from '../docket.ts';
import { subjectName } from '../names.ts';
import type { RecordView } from '../record-view.ts';

/** Events that are told in a sentence, each in words that follow the stage of the proceedings. */
const saidTypes = [
  'investigation-opened',
  'warrant-issued',
  'summons-issued',
  'arrested',
  'surrendered',
  'initial-appearance',
  'charges-confirmed',
  'charges-declined',
  'trial-opened',
  'closing-statements',
  'convicted',
  'acquitted',
  'sentenced',
  'released',
  'reparations-ordered',
] as const;
type SaidType = (typeof saidTypes)[number];

export type SaidEvent = Event & { readonly type: SaidType };

/** The newest events that are told in a sentence, by a day, the newest first; none whose source was not read. */
export function newestSaid({ world, on }: RecordView, most: number): SaidEvent[] {
  return world.docket.events
    .filter((event): event is SaidEvent => saidTypes.some((type) => type === event.type))
    .filter(({ knownOn, standing }) => knownOn <= on && standing !== 'unchecked')
    .toSorted((one, other) => (one.date < other.date ? 1 : -1))
    .slice(0, most);
}

/** What happened before the Court, in a sentence, whose subject leads to its page. */
export function EventSentence({ record, event }: { record: RecordView; event: SaidEvent }) {
  const { view, world, linkDay } = record;
  const who = (
    <a href={pageOf(record, event)}>
      <bdi>{subjectName(view.lang, world.docket, event)}</bdi>
    </a>
  );
  return <>{view.rich(`record.told.${event.type}`, { who })}</>;

  function pageOf({ view: { lang } }: RecordView, of: SaidEvent): string {
    if (of.case !== null && of.person !== null) return recordAddresses.participant(lang, of.case, of.person, linkDay);
    if (of.case !== null) return recordAddresses.case(lang, of.case, linkDay);
    return recordAddresses.situation(lang, of.situation, linkDay);
  }
}
