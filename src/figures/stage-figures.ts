import { type Span, spansOf } from '../facts/counting.ts';
import type { Docket, Event } from '../record/docket.ts';
import type { EventType } from '../record/event-types.ts';
import { leadingTo, type Proceedings, proceedings, proceedingsOf } from '../record/proceedings.ts';
import { participants } from './warrant-rules.ts';

/** The steps of a case, with the events of which one shows that it was reached. */
const steps = {
  instrument: ['warrant-issued', 'summons-issued'],
  appearance: ['initial-appearance'],
  charges: ['charges-confirmed'],
  trial: ['trial-opened'],
  verdict: ['convicted', 'acquitted'],
  conviction: ['convicted'],
} as const satisfies Readonly<Record<string, readonly EventType[]>>;

export type CaseStep = keyof typeof steps;
export const caseSteps = Object.keys(steps) as readonly CaseStep[];

export type ReachedFigureId = `reached-${CaseStep}`;
export type ProceedingsFigureId = `proceedings-${Proceedings}`;
export type StageFigureId = ReachedFigureId | ProceedingsFigureId;

export const reachedFigureIds = caseSteps.map((step) => `reached-${step}` as const);
export const proceedingsFigureIds = proceedings.map((stage) => `proceedings-${stage}` as const);

/** What a figure of this family counts: a step that was reached, or a stage at which the proceedings stand. */
export function stageOf(id: StageFigureId): { step: CaseStep } | { stage: Proceedings } {
  const step = caseSteps.find((one) => id === `reached-${one}`);
  if (step) return { step };
  return { stage: id.slice('proceedings-'.length) as Proceedings };
}

export function isStageFigure(id: string): id is StageFigureId {
  return ([...reachedFigureIds, ...proceedingsFigureIds] as readonly string[]).includes(id);
}

/** When each person in each case counts for one of these figures. */
export function stageSpans(docket: Docket, id: StageFigureId): Span<Event>[] {
  const counted = stageOf(id);
  if ('stage' in counted) return spansOf(participants(docket), (known) => proceedingsOf(known) === counted.stage);
  // Charges confirmed in absence lead no further: a step counts for those who took all before it.
  const through = caseSteps
    .slice(0, caseSteps.indexOf(counted.step) + 1)
    .map((step): readonly EventType[] => steps[step]);
  return spansOf(participants(docket), (known) =>
    through.every((types) => known.some(({ type }) => types.includes(type))),
  );
}

export function stageEvidence(id: StageFigureId): readonly EventType[] {
  const counted = stageOf(id);
  return 'stage' in counted ? leadingTo[counted.stage] : steps[counted.step];
}
