import type { ReactNode } from 'react';
import { recordAddresses } from '../addresses.ts';
import { inSeveralCases, type StageGroup, stageGroups } from '../cases-by-stage.ts';
import type { Participant } from '../docket.ts';
import { figureTitle } from '../figures/figure-words.ts';
import { caseName, personName, situationName } from '../names.ts';
import { laterCleared } from '../participant-standing.ts';
import type { RecordView } from '../record-view.ts';
import { FigureLink } from './figure-link.tsx';
import { Folded } from './folded.tsx';

/** More people than so many are folded by situation. */
const LONG = 12;

/** Everybody named in a public warrant or summons, by where their case stands; somebody in several cases with the case's name. */
export function CasesByStage({ record }: { record: RecordView }) {
  const several = inSeveralCases(record);
  return (
    <dl className="stages">
      {stageGroups(record).map((group) => (
        <div key={group.figure}>
          <dt>
            {titleOf(record, group)}{' '}
            <span className="q">
              (<FigureLink record={record} id={group.figure} />)
            </span>
          </dt>
          <dd>
            <BySituation record={record} participants={group.participants}>
              {(participants) => (
                <PeopleLinks
                  record={record}
                  participants={participants}
                  told={(one) => [
                    ...(several.has(one.person.slug) ? [caseName(record.view.lang, one.case)] : []),
                    ...(one.case.article_70 && group.stage !== 'convicted' ? [record.view.t('record.article70')] : []),
                  ]}
                />
              )}
            </BySituation>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface BySituationProps {
  readonly record: RecordView;
  readonly participants: readonly Participant[];
  readonly children: (participants: readonly Participant[]) => ReactNode;
}

/** Many people, folded by situation. */
function BySituation({ record: { view, world }, participants, children }: BySituationProps) {
  if (participants.length <= LONG) return children(participants);
  return [...Map.groupBy(participants, (one) => one.case.situation)].map(([slug, here]) => {
    const situation = world.docket.situations.get(slug);
    return (
      <Folded key={slug} view={view} title={situation && situationName(view.lang, situation)} count={here.length}>
        {children(here)}
      </Folded>
    );
  });
}

function titleOf({ view }: RecordView, { stage, figure }: StageGroup): string {
  return stage === 'convicted' ? figureTitle(view, figure) : view.t(`record.proceedings.${stage}`);
}

interface People {
  readonly record: RecordView;
  readonly participants: readonly Participant[];
  /** What is said behind a name. */
  readonly told?: (participant: Participant) => readonly string[];
}

/** People as links to their part in a case; a past day says so where a name was cleared since. */
export function PeopleLinks({ record, participants, told = () => [] }: People) {
  const { view, kept } = record;
  return (
    <ul className="names">
      {participants.map((participant) => (
        <li key={`${participant.case.slug}/${participant.person.slug}`}>
          <a href={recordAddresses.participant(view.lang, participant.case.slug, participant.person.slug, kept)}>
            <bdi>{personName(view.lang, participant.person)}</bdi>
          </a>
          {told(participant).map((words) => (
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
  const cleared = laterCleared(participant, record.on, record.asked.today);
  return cleared ? <small className="cleared"> ({record.view.t(`record.later.${cleared}`)})</small> : null;
}
