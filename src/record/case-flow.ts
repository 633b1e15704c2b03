import type { FlowProps } from '../site/charts/flow.tsx';
import { knownBy, type Participant } from './docket.ts';
import type { EventType } from './event-types.ts';
import type { RecordView } from './record-view.ts';

/** The steps of a case, with the events of which one shows that it was reached. */
const steps: readonly (readonly [
  step: 'instrument' | 'appearance' | 'charges' | 'trial' | 'verdict' | 'conviction',
  reached: readonly EventType[],
])[] = [
  ['instrument', ['warrant-issued', 'summons-issued']],
  ['appearance', ['initial-appearance']],
  ['charges', ['charges-confirmed']],
  ['trial', ['trial-opened']],
  ['verdict', ['convicted', 'acquitted']],
  ['conviction', ['convicted']],
];

/** How many people, counted once for each case, had come how far by a day. */
export function caseFlow({ view, world, on }: RecordView): FlowProps {
  const reached = (participant: Participant, types: readonly EventType[]) =>
    knownBy(participant.events, on).some(({ type }) => types.includes(type));
  const counted = steps.map(([step], index) => {
    // Charges confirmed in absence lead no further: a step counts for those who took all before it.
    const through = steps.slice(0, index + 1).map(([, earlier]) => earlier);
    const value = world.docket.participants.filter((one) => through.every((earlier) => reached(one, earlier))).length;
    return { value, label: view.t(`record.flow.${step}`) };
  });
  return {
    title: view.t('record.flow.title'),
    description: counted.map(({ value, label }) => `${label}: ${view.number(value)}`).join('; '),
    steps: counted,
    rtl: view.dir === 'rtl',
    number: view.number,
  };
}
