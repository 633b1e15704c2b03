import type { ComponentChildren } from 'preact';
import { recordAddresses } from '../addresses.ts';
import type { Participant } from '../docket.ts';
import { personName } from '../names.ts';
import { participantOn } from '../participant-standing.ts';
import type { RecordView } from '../record-view.ts';
import { stageDay } from '../stage-since.ts';
import { Cleared } from './cleared.tsx';

interface Props {
  readonly record: RecordView;
  readonly participants: readonly Participant[];
  /** What is said between a name and its day: where they stand, unless the list says that of all. */
  readonly beside?: (participant: Participant) => ComponentChildren;
  /** What is said behind a name. */
  readonly notes?: (participant: Participant) => readonly string[];
}

/** People, one in a row: the name, where they stand, and since when; a past day says who was cleared since. */
export function PeopleRows({
  record,
  participants,
  beside = (one) => stageWord(record, one),
  notes = () => [],
}: Props) {
  const { view, linkDay } = record;
  return (
    <ul className="people">
      {participants.map((one) => (
        <li key={`${one.case.slug}/${one.person.slug}`}>
          <span>
            <a href={recordAddresses.participant(view.lang, one.case.slug, one.person.slug, linkDay)}>
              <bdi>{personName(view.lang, one.person)}</bdi>
            </a>
            {notes(one).map((words) => (
              <small key={words}>
                {' '}
                (<bdi>{words}</bdi>)
              </small>
            ))}
            <Cleared record={record} participant={one} />
          </span>{' '}
          <span>{beside(one)}</span> <small>{stageDay(view, one, record.on)}</small>
        </li>
      ))}
    </ul>
  );
}

function stageWord({ view, on }: RecordView, participant: Participant): string {
  const stage = participantOn(participant, on)?.proceedings;
  return stage ? view.t(`record.proceedings.${stage}`) : '';
}
