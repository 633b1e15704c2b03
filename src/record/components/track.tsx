import type { Piece } from '../../site/charts/strip.tsx';
import type { View } from '../../site/view.ts';
import { type Event, knownBy } from '../docket.ts';
import type { EventType } from '../event-types.ts';
import { Downloads } from './downloads.tsx';

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
  /** Under which name it is there as a drawing. */
  readonly file?: string;
  readonly kept?: string | undefined;
}

/** What of a way was laid by the day. */
export function piecesOf({ view, events, steps, on }: Omit<Props, 'file' | 'kept'>): Piece[] {
  const known = knownBy(events, on);
  return steps.map(([step, reached]) => {
    const first = known.find(({ type }) => reached.includes(type));
    return {
      label: view.t(`record.step.${step}`),
      said: first ? view.partialDay(first.date) : view.t('record.step.open'),
      done: first !== undefined,
    };
  });
}

/** A way as a strip of pieces: laid where a step was reached by the day, a gap where not. */
export function Track(props: Props) {
  return (
    <>
      <ol className="track">
        {piecesOf(props).map(({ label, said, done }) => (
          <li key={label} className={done ? 'done' : undefined}>
            <span>{label}</span> <small>{said}</small>
          </li>
        ))}
      </ol>
      {props.file && <Downloads view={props.view} name={props.file} on={props.kept} />}
    </>
  );
}
