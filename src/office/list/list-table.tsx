import type { AriaRole, ComponentChildren } from 'preact';
import type { View } from '../../http/view.ts';
import type { Filters } from './filters.ts';
import { listLink } from './list-links.ts';
import type { Column, Listed, OfficeList } from './office-list.ts';
import { sortText } from './read-asking.ts';

interface TableProps<Row extends Listed> {
  readonly list: OfficeList<Row, Filters, string>;
  readonly view: View;
  readonly query: URLSearchParams;
  readonly rows: readonly Row[];
  readonly sorted: { readonly sort: string; readonly descending: boolean };
  /** Whether several of them can be chosen. */
  readonly choose: boolean;
}

/** Rows as a table; on a phone each stands for itself. The roles say that it is a table also where it is drawn as none. */
export function ListTable<Row extends Listed>({ list, view, query, rows, sorted, choose }: TableProps<Row>) {
  const [leading, ...others] = list.columns;
  return (
    <table className="rows" {...role('table')}>
      <caption className="a">{view.t(list.title)}</caption>
      <thead {...role('rowgroup')}>
        <tr {...role('row')}>
          {choose && (
            <th scope="col" {...role('columnheader')}>
              <span className="a">{view.t('office.list.choose')}</span>
            </th>
          )}
          {list.columns.map((column) => (
            <Heading key={column.label} list={list} column={column} view={view} query={query} sorted={sorted} />
          ))}
        </tr>
      </thead>
      <tbody {...role('rowgroup')}>
        {rows.map((row) => (
          <tr key={row.id} {...role('row')}>
            {choose && (
              <td className="pick" {...role('cell')}>
                {(list.mayBeChosen?.(row) ?? true) && (
                  <input type="checkbox" name="item" value={row.id} aria-labelledby={`row-${row.id}`} />
                )}
              </td>
            )}
            <th scope="row" {...role('rowheader')}>
              <a id={`row-${row.id}`} href={leading.link(row, view.lang)}>
                {leading.cell(row, view)}
              </a>
            </th>
            {others.map((column) => (
              <Cell key={column.label} label={view.t(column.label)}>
                {column.cell(row, view)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadingProps {
  readonly list: Pick<OfficeList<Listed, Filters, string>, 'address' | 'filters' | 'first'>;
  readonly column: Pick<Column<never, string>, 'label' | 'sort'>;
  readonly view: View;
  readonly query: URLSearchParams;
  readonly sorted: TableProps<never>['sorted'];
}

/** What it says of an order it leads to; of the one that stands, to the other way round. */
function Heading({ list, column: { label, sort }, view, query, sorted }: HeadingProps) {
  if (!sort)
    return (
      <th scope="col" className="unsorted" {...role('columnheader')}>
        {view.t(label)}
      </th>
    );
  const isSorted = sort === sorted.sort;
  const descending = isSorted ? !sorted.descending : list.first.sort === sort && list.first.descending;
  const link = listLink(list, view.lang, query, { sort: sortText({ sort, descending }) });
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
      {...role('columnheader')}
    >
      <a href={link}>
        {view.t(label)}
        <span className="arrow" aria-hidden="true">
          {isSorted ? (sorted.descending ? '↓' : '↑') : '↕'}
        </span>
      </a>
    </th>
  );
}

/** On a phone it says of itself what the heading of its column says at a desk. */
function Cell({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <td className={children === undefined || children === '' ? 'none' : undefined} {...role('cell')}>
      <span className="said">{label}</span> {children}
    </td>
  );
}

function role(name: AriaRole): { readonly role: AriaRole } {
  return { role: name };
}
