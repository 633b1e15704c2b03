import { links } from '../../site/links.ts';
import type { Participant } from '../docket.ts';
import { laterCleared, participantOn } from '../participant-standing.ts';
import { proceedings } from '../proceedings.ts';
import type { RecordView } from '../record-view.ts';
import { FigureLink } from './figure-link.tsx';

/** Everybody named in a public warrant or summons, by where their case stands. */
export function CasesByStage({ record }: { record: RecordView }) {
  const standing = record.world.docket.participants.flatMap((participant) => {
    const stage = participantOn(participant, record.on)?.proceedings;
    return stage ? [{ stage, participant }] : [];
  });
  return (
    <dl className="stages">
      {proceedings.map((stage) => {
        const here = standing.filter((one) => one.stage === stage).map(({ participant }) => participant);
        return here.length === 0 ? null : (
          <div key={stage}>
            <dt>
              {record.view.t(`record.proceedings.${stage}`)}{' '}
              <span className="q">
                (<FigureLink record={record} id={`proceedings-${stage}`} />)
              </span>
            </dt>
            <dd>
              <PeopleLinks record={record} participants={here} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** People as links to their part in a case; a past day says so where a name was cleared since. */
export function PeopleLinks({ record, participants }: { record: RecordView; participants: readonly Participant[] }) {
  const { view, kept } = record;
  return (
    <ul className="names">
      {participants.map((participant) => (
        <li key={`${participant.case.slug}/${participant.person.slug}`}>
          <a href={links.participant(view.lang, participant.case.slug, participant.person.slug, kept)}>
            <bdi>{participant.person.name}</bdi>
          </a>
          <Cleared record={record} participant={participant} />
        </li>
      ))}
    </ul>
  );
}

export function Cleared({ record, participant }: { record: RecordView; participant: Participant }) {
  const cleared = laterCleared(participant, record.on, record.asked.today);
  return cleared ? <small className="cleared"> ({record.view.t(`record.later.${cleared}`)})</small> : null;
}
