import { participantOn } from '../record/participant-standing.ts';
import { saidOfPeople } from '../record/people-now.ts';
import { publicParticipants } from '../record/public-participants.ts';
import type { RecordView } from '../record/record-view.ts';

/** How many cases are public on a day and where the people in them stand, in a sentence; that nothing is, before. */
export function peopleNow(record: RecordView): string {
  const { view, on } = record;
  const people = publicParticipants(record);
  if (people.length === 0) return `${view.t('record.now.none')}.`;
  const stages = people.flatMap((one) => participantOn(one, on)?.proceedings ?? []);
  const cases = new Set(people.map(({ case: of }) => of)).size;
  return view.t('record.people.now', { cases, people: saidOfPeople(view, stages) });
}
