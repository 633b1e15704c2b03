import type { View } from '../http/view.ts';
import type { Choice } from './choice.ts';
import type { NamedRow } from './named-rows.ts';

interface Props {
  readonly view: View;
  readonly title: string;
  readonly table: Choice['table'];
  readonly rows: readonly NamedRow[];
  /** Of the whole month, where it is shown. */
  readonly whole: number | undefined;
}

/** The same numbers as a table; of what is not shown it says so. */
export function NumbersTable({ view, title, table, rows, whole }: Props) {
  const { t } = view;
  return (
    <table className="numbers">
      <caption className="a">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`statistics.column.${table}`)}</th>
          <th scope="col" className="num">
            {t('statistics.number')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, number }) => (
          <tr key={key}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <Cell view={view} number={number} />
          </tr>
        ))}
        {table === 'states' && (
          <tr>
            <th scope="row">{t('statistics.others')}</th>
            <Cell view={view} number={undefined} />
          </tr>
        )}
      </tbody>
      {whole !== undefined && (
        <tfoot>
          <tr>
            <th scope="row">{t('statistics.whole')}</th>
            <Cell view={view} number={whole} />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Cell({ view, number }: { view: View; number: number | undefined }) {
  if (number === undefined) return <td className="num q s">{view.t('statistics.untold')}</td>;
  return <td className="num">{view.number(number)}</td>;
}
