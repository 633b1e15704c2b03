import type { View } from '../../http/view.ts';
import type { Step } from '../../site/charts/stepped-line.tsx';

interface Props {
  readonly view: View;
  readonly steps: readonly Step[];
  /** Where more is said of a day. */
  readonly hrefOf?: (on: string) => string;
}

/** What a stepped line shows, as a table. */
export function StepsTable({ view, steps, hrefOf }: Props) {
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
          {steps.map(({ on, value }) => (
            <tr key={on}>
              <td>{hrefOf ? <a href={hrefOf(on)}>{view.day(on)}</a> : view.day(on)}</td>
              <td className="num">{view.number(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
