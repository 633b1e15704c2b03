import type { SteppedLineProps } from '../../site/charts/stepped-line.tsx';
import type { View } from '../../site/view.ts';

/** What a stepped line shows, as a table: the number at the end of each year, and on the last day. */
export function YearTable({ view, chart }: { view: View; chart: SteppedLineProps }) {
  return (
    <details>
      <summary>{view.t('record.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{view.t('record.column.day')}</th>
            <th scope="col" className="num">
              {view.t('record.column.value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {yearEnds(chart).map(({ on, value }) => (
            <tr key={on}>
              <td>{view.day(on)}</td>
              <td className="num">{view.number(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The value on each 31 December from the first day to the last, and on the last. */
export function yearEnds({ steps, from, to }: Pick<SteppedLineProps, 'steps' | 'from' | 'to'>) {
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4)));
  const ends = Array.from({ length: (last ?? 0) - (first ?? 0) }, (_, index) => `${(first ?? 0) + index}-12-31`);
  return [...ends, to].map((on) => ({ on, value: steps.findLast((step) => step.on <= on)?.value ?? 0 }));
}
