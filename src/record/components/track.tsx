import type { View } from '../../site/view.ts';
import { type Event, knownBy } from '../docket.ts';
import type { EventType } from '../event-types.ts';

type Step =
  | 'examination'
  | 'investigation'
  | 'instrument'
  | 'appearance'
  | 'confirmation'
  | 'trial'
  | 'verdict'
  | 'appeal'
  | 'reparations';
type Steps = readonly (readonly [step: Step, reached: readonly EventType[]])[];

const instrument = ['instrument', ['warrant-issued', 'summons-issued']] as const;
const trial = ['trial', ['trial-opened']] as const;
const verdict = ['verdict', ['convicted', 'acquitted', 'no-case-to-answer']] as const;
const reparations = ['reparations', ['reparations-ordered']] as const;

/** The way of somebody's case. */
export const caseSteps: Steps = [
  instrument,
  ['appearance', ['initial-appearance']],
  ['confirmation', ['charges-confirmed', 'charges-declined', 'charges-withdrawn']],
  trial,
  verdict,
  [
    'appeal',
    ['appeal-conviction-upheld', 'appeal-conviction-reversed', 'appeal-acquittal-upheld', 'appeal-acquittal-reversed'],
  ],
  reparations,
];

/** The way of a situation, by the first of its cases to come so far. */
export const situationSteps: Steps = [
  ['examination', ['preliminary-examination-opened']],
  ['investigation', ['investigation-opened']],
  instrument,
  trial,
  verdict,
  reparations,
];

interface Props {
  readonly view: View;
  /** In the order in which they happened. */
  readonly events: readonly Event[];
  readonly steps: Steps;
  readonly on: string;
}

/** A way as a strip of pieces: laid where a step was reached by the day, a gap where not. */
export function Track({ view, events, steps, on }: Props) {
  const known = knownBy(events, on);
  return (
    <ol className="track">
      {steps.map(([step, reached]) => {
        const first = known.find(({ type }) => reached.includes(type));
        return (
          <li key={step} className={first && 'done'}>
            <span>{view.t(`record.step.${step}`)}</span>{' '}
            <small>{first ? view.partialDay(first.date) : view.t('record.step.open')}</small>
          </li>
        );
      })}
    </ol>
  );
}
