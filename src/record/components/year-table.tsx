import type { View } from '../../http/view.ts';
import type { SteppedLineProps } from '../../site/charts/stepped-line.tsx';
import { StepsTable } from './steps-table.tsx';

/** The number at the end of each year, and on the last day. */
export function YearTable({ view, chart }: { view: View; chart: SteppedLineProps }) {
  return <StepsTable view={view} steps={yearEnds(chart)} />;
}

/** The value on each 31 December from the first day to the last, and on the last. */
export function yearEnds({ steps, from, to }: Pick<SteppedLineProps, 'steps' | 'from' | 'to'>) {
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4)));
  const ends = Array.from({ length: (last ?? 0) - (first ?? 0) }, (_, index) => `${(first ?? 0) + index}-12-31`);
  return [...ends, to].map((on) => ({ on, value: steps.findLast((step) => step.on <= on)?.value ?? 0 }));
}
