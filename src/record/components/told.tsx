import { recordAddresses } from '../addresses.ts';
import type { Event } from '../docket.ts';
import { subjectName } from '../names.ts';
import type { RecordView } from '../record-view.ts';

/** Events that are told in a sentence, each in words that follow the stage of the proceedings. */
const toldTypes = [
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
type ToldType = (typeof toldTypes)[number];

export type ToldEvent = Event & { readonly type: ToldType };

/** The newest events that are told in a sentence, by a day, the newest first; none whose source was not read. */
export function newestTold({ world, on }: RecordView, most: number): ToldEvent[] {
  return world.docket.events
    .filter((event): event is ToldEvent => toldTypes.some((type) => type === event.type))
    .filter(({ knownOn, standing }) => knownOn <= on && standing !== 'unchecked')
    .toSorted((one, other) => (one.date < other.date ? 1 : -1))
    .slice(0, most);
}

/** What happened before the Court, in a sentence, whose subject leads to its page. */
export function Told({ record, event }: { record: RecordView; event: ToldEvent }) {
  const { view, world, linkDay } = record;
  const who = (
    <a href={pageOf(record, event)}>
      <bdi>{subjectName(view.lang, world.docket, event)}</bdi>
    </a>
  );
  return <>{view.rich(`record.told.${event.type}`, { who })}</>;

  function pageOf({ view: { lang } }: RecordView, of: ToldEvent): string {
    if (of.case !== null && of.person !== null) return recordAddresses.participant(lang, of.case, of.person, linkDay);
    if (of.case !== null) return recordAddresses.case(lang, of.case, linkDay);
    return recordAddresses.situation(lang, of.situation, linkDay);
  }
}
