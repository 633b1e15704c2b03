import { type Event, happened } from './docket.ts';
import type { EventType } from './event-types.ts';

/** Where the proceedings against a person can stand, in the order of a case's way through the Court; what has ended comes last. */
export const proceedings = [
  'before-appearance',
  'confirmed-in-absence',
  'before-confirmation',
  'confirmed',
  'on-trial',
  'deliberation',
  'stayed',
  'convicted',
  'acquitted',
  'acquitted-on-appeal',
  'not-confirmed',
  'withdrawn',
  'terminated',
  'inadmissible',
  'warrant-withdrawn',
  'dead-not-ended',
  'ended-by-death',
] as const;
export type Proceedings = (typeof proceedings)[number];

/** The ends of a case that are no verdict. */
const endings = ['not-confirmed', 'withdrawn', 'terminated', 'inadmissible', 'ended-by-death'] as const;
export type Ending = (typeof endings)[number];

/** Whether a case has come to an end that is no verdict. */
export function isEnding(stage: Proceedings): stage is Ending {
  return (endings as readonly Proceedings[]).includes(stage);
}

/** Whether a case has come to a verdict, or to an end without one. */
export const isFinished = (stage: Proceedings) =>
  isEnding(stage) || stage === 'convicted' || stage === 'acquitted' || stage === 'acquitted-on-appeal';

/** @returns where the proceedings stand by what is known; undefined before anything was public of the person in the case */
export function proceedingsOf(known: readonly Event[]): Proceedings | undefined {
  if (!happened(known, 'warrant-issued', 'summons-issued')) return undefined;
  return known.reduce<Proceedings>((stage, { type }) => stageAfter(stage, type, known), 'before-appearance');
}

/** The events that can bring proceedings to a stage. */
export const leadingTo: Readonly<Record<Proceedings, readonly EventType[]>> = {
  'before-appearance': ['warrant-issued', 'summons-issued'],
  'confirmed-in-absence': ['charges-confirmed'],
  'before-confirmation': ['initial-appearance'],
  confirmed: ['charges-confirmed'],
  'on-trial': ['trial-opened', 'stay-lifted', 'appeal-acquittal-reversed'],
  deliberation: ['closing-statements'],
  stayed: ['stayed'],
  convicted: ['convicted'],
  acquitted: ['acquitted'],
  'acquitted-on-appeal': ['appeal-conviction-reversed'],
  'not-confirmed': ['charges-declined'],
  withdrawn: ['charges-withdrawn'],
  terminated: ['proceedings-terminated'],
  inadmissible: ['case-inadmissible'],
  'warrant-withdrawn': ['warrant-withdrawn'],
  'dead-not-ended': ['died'],
  'ended-by-death': ['proceedings-terminated', 'died'],
};

/** The event with which a case that ended without a verdict did so. */
export function endOf(known: readonly Event[], stage: Proceedings): Event | undefined {
  if (!isEnding(stage)) return undefined;
  const type = stage === 'ended-by-death' ? 'proceedings-terminated' : leadingTo[stage][0];
  return known.find((event) => event.type === type);
}

type Step = Proceedings | ((stage: Proceedings, known: readonly Event[]) => Proceedings);

/** What an event makes of the proceedings; other events change nothing. */
const steps: Readonly<Partial<Record<EventType, Step>>> = {
  'warrant-withdrawn': (stage, known) =>
    stage === 'before-appearance' && !inForce(known) ? 'warrant-withdrawn' : stage,
  'warrant-issued': (stage) => (stage === 'warrant-withdrawn' ? 'before-appearance' : stage),
  'initial-appearance': (stage) => (stage === 'before-appearance' ? 'before-confirmation' : stage),
  // Article 61(2): charges may be confirmed without the person, who has then not appeared.
  'charges-confirmed': (_, known) => (happened(known, 'initial-appearance') ? 'confirmed' : 'confirmed-in-absence'),
  'charges-declined': 'not-confirmed',
  'charges-withdrawn': 'withdrawn',
  'case-inadmissible': 'inadmissible',
  stayed: 'stayed',
  'stay-lifted': 'on-trial',
  'trial-opened': 'on-trial',
  'closing-statements': (stage) => (stage === 'on-trial' ? 'deliberation' : stage),
  convicted: 'convicted',
  acquitted: 'acquitted',
  'appeal-conviction-reversed': 'acquitted-on-appeal',
  'appeal-acquittal-reversed': 'on-trial',
  'proceedings-terminated': (stage, known) => {
    if (isFinished(stage) && stage !== 'ended-by-death') return stage;
    return happened(known, 'died') ? 'ended-by-death' : 'terminated';
  },
  died: (stage) => (isFinished(stage) ? stage : 'dead-not-ended'),
};

function stageAfter(stage: Proceedings, type: EventType, known: readonly Event[]): Proceedings {
  const step = steps[type];
  return typeof step === 'function' ? step(stage, known) : (step ?? stage);
}

/** Whether a summons, or a warrant that was not withdrawn, still calls for the person. */
function inForce(known: readonly Event[]): boolean {
  return known.some(
    ({ type, instrument }) =>
      type === 'summons-issued' ||
      (type === 'warrant-issued' &&
        !known.some((event) => event.type === 'warrant-withdrawn' && event.instrument === instrument)),
  );
}
