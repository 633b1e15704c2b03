import type { View } from '../http/view.ts';
import { list } from '../locales/format.ts';
import { Bars } from '../site/charts/bars.tsx';
import { Columns } from '../site/charts/columns.tsx';
import type { NamedRow } from './named-rows.ts';
import type { Table } from './numbers.ts';

/** Of many, the drawing has so many of the largest; the table has all. */
const MOST_BARS = 12;

interface Props {
  readonly view: View;
  readonly title: string;
  readonly table: Table;
  readonly rows: readonly NamedRow[];
}

/** The numbers that are shown, drawn: over time as columns, of things as bars. */
export function NumbersChart({ view, title, table, rows }: Props) {
  const { number } = view;
  const rtl = view.dir === 'rtl';
  const shown = rows.flatMap(({ key, name, number: value }) => (value === undefined ? [] : [{ key, name, value }]));
  if (shown.length === 0) return null;
  const said = shown.slice(0, MOST_BARS).map(({ name, value }) => `${name}${view.t('site.colon')}${number(value)}`);
  const common = { title, description: list(view.lang, said), rtl, number };
  if (table !== 'days' && table !== 'months') return <Bars {...common} bars={shown.slice(0, MOST_BARS)} />;
  const [first, last] = [rows[0]?.name ?? '', rows.at(-1)?.name ?? ''];
  const columns = rows.map(({ name, number: value }) => ({ name, value }));
  return <Columns {...common} columns={columns} ends={[first, rows.length > 1 ? last : '']} />;
}
