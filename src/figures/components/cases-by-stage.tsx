import type { ReactNode } from 'react';
import { Folded } from '../../record/components/folded.tsx';
import { PeopleLinks } from '../../record/components/people-links.tsx';
import type { Participant } from '../../record/docket.ts';
import { caseName, situationName } from '../../record/names.ts';
import { inSeveralCases } from '../../record/public-participants.ts';
import type { RecordView } from '../../record/record-view.ts';
import { type StageGroup, stageGroups } from '../cases-by-stage.ts';
import { figureTitle } from '../figure-words.ts';
import { FigureLink } from './figure-link.tsx';

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
                  notes={(one) => [
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
