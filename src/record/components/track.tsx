import type { View } from '../../site/view.ts';
import { type Event, knownBy, type Participant } from '../docket.ts';
import type { EventType } from '../event-types.ts';

const steps = ['instrument', 'appearance', 'confirmation', 'trial', 'verdict', 'appeal', 'reparations'] as const;

const reached: Readonly<Record<(typeof steps)[number], readonly EventType[]>> = {
  instrument: ['warrant-issued', 'summons-issued'],
  appearance: ['initial-appearance'],
  confirmation: ['charges-confirmed', 'charges-declined', 'charges-withdrawn'],
  trial: ['trial-opened'],
  verdict: ['convicted', 'acquitted', 'no-case-to-answer'],
  appeal: [
    'appeal-conviction-upheld',
    'appeal-conviction-reversed',
    'appeal-acquittal-upheld',
    'appeal-acquittal-reversed',
  ],
  reparations: ['reparations-ordered'],
};

/** The way of a case as a strip of pieces: laid where a step was reached, a gap where not. */
export function Track({ view, participant, on }: { view: View; participant: Participant; on: string }) {
  const known = knownBy(participant.events, on);
  return (
    <ol className="track">
      {steps.map((step) => {
        const first: Event | undefined = known.find(({ type }) => reached[step].includes(type));
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
