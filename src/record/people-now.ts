import type { View } from '../http/view.ts';
import { list } from '../locales/format.ts';
import type { Participant } from './docket.ts';
import { participantOn } from './participant-standing.ts';
import type { Proceedings } from './proceedings.ts';
import { publicParticipants } from './public-participants.ts';
import type { RecordView } from './record-view.ts';

/** Stages that are told together of many people, in the order in which they are told. */
const stagesByGroup = {
  convicted: ['convicted'],
  acquitted: ['acquitted', 'acquitted-on-appeal'],
  'on-trial': ['on-trial', 'deliberation', 'stayed'],
  'before-trial': ['before-confirmation', 'confirmed'],
  sought: ['before-appearance', 'confirmed-in-absence'],
  ended: ['not-confirmed', 'withdrawn', 'terminated', 'inadmissible', 'warrant-withdrawn', 'ended-by-death'],
  dead: ['dead-not-ended'],
} as const satisfies Readonly<Record<string, readonly Proceedings[]>>;
export type StageGroupName = keyof typeof stagesByGroup;
const groups = Object.keys(stagesByGroup) as StageGroupName[];

/** The group in which people at a stage are told. */
export function groupOf(stage: Proceedings): StageGroupName {
  const found = groups.find((group) => (stagesByGroup[group] as readonly Proceedings[]).includes(stage));
  if (!found) throw new Error(`no group has the stage ${stage}`);
  return found;
}

/** How many people stand in each group, as a sentence lists them; somebody counts in each of their cases. */
export function saidOfPeople(view: View, stages: readonly Proceedings[]): string {
  const said = groups.flatMap((group) => {
    const count = stages.filter((stage) => groupOf(stage) === group).length;
    return count > 0 ? [view.t(`record.now.${group}`, { count })] : [];
  });
  return list(view.lang, said);
}

/** Whose case is before the judges on a day: they have come to the Court, and no verdict nor another end has been reached. */
export function beforeTheJudges(record: Pick<RecordView, 'world' | 'on'>): Participant[] {
  return publicParticipants(record).filter((one) => {
    const stage = participantOn(one, record.on)?.proceedings;
    return stage !== undefined && ['before-trial', 'on-trial'].includes(groupOf(stage));
  });
}
