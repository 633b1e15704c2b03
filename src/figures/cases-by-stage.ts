import type { Participant } from '../record/docket.ts';
import { participantOn } from '../record/participant-standing.ts';
import { groupOf } from '../record/people-now.ts';
import { type Proceedings, proceedings } from '../record/proceedings.ts';
import { publicParticipants } from '../record/public-participants.ts';
import type { RecordView } from '../record/record-view.ts';
import type { FigureId } from './figures.ts';

/** People at one stage, and the figure that counts them. */
export interface StageGroup {
  readonly stage: Proceedings;
  readonly figure: FigureId;
  readonly participants: readonly Participant[];
}

/**
 * Everybody named in public by the day, by where their case stands. Convictions are told in two groups, so that each agrees with its
 * figure: those for the crimes of article 5, and those for offences against the administration of justice (article 70).
 */
export function stageGroups(record: Pick<RecordView, 'world' | 'on'>): StageGroup[] {
  const at = Map.groupBy(publicParticipants(record), (one) => participantOn(one, record.on)?.proceedings);
  const groups = proceedings.flatMap((stage): StageGroup[] => {
    const here = at.get(stage) ?? [];
    if (stage !== 'convicted') return [{ stage, figure: `proceedings-${stage}`, participants: here }];
    const [core, article70] = [here.filter(isCore), here.filter((one) => !isCore(one))];
    return [
      { stage, figure: 'convictions-core-standing', participants: core },
      { stage, figure: 'convictions-article-70-standing', participants: article70 },
    ];
  });
  return groups.filter(({ participants }) => participants.length > 0);
}

/** Stages that sentences count together (`record/people-now.ts`), and how many people stand at them. */
export function stagesTogether(record: Pick<RecordView, 'world' | 'on'>) {
  return [...Map.groupBy(stageGroups(record), ({ stage }) => groupOf(stage))].map(([name, stages]) => ({
    name,
    stages,
    count: stages.reduce((sum, { participants }) => sum + participants.length, 0),
  }));
}

const isCore = (participant: Participant) => !participant.case.article_70;
