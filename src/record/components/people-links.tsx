import { recordAddresses } from '../addresses.ts';
import type { Participant } from '../docket.ts';
import { personName } from '../names.ts';
import { laterCleared } from '../participant-standing.ts';
import type { RecordView } from '../record-view.ts';

interface People {
  readonly record: RecordView;
  readonly participants: readonly Participant[];
  /** What is said behind a name. */
  readonly notes?: (participant: Participant) => readonly string[];
}

/** People as links to their part in a case; a past day says so where a name was cleared since. */
export function PeopleLinks({ record, participants, notes = () => [] }: People) {
  const { view, linkDay } = record;
  return (
    <ul className="names">
      {participants.map((participant) => (
        <li key={`${participant.case.slug}/${participant.person.slug}`}>
          <a href={recordAddresses.participant(view.lang, participant.case.slug, participant.person.slug, linkDay)}>
            <bdi>{personName(view.lang, participant.person)}</bdi>
          </a>
          {notes(participant).map((words) => (
            <small key={words}>
              {' '}
              (<bdi>{words}</bdi>)
            </small>
          ))}
          <Cleared record={record} participant={participant} />
        </li>
      ))}
    </ul>
  );
}

export function Cleared({ record, participant }: { record: RecordView; participant: Participant }) {
  const cleared = laterCleared(participant, record.on, record.requested.today);
  return cleared ? <small className="cleared"> ({record.view.t(`record.later.${cleared}`)})</small> : null;
}
