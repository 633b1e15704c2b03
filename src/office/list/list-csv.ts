import type { CsvAnswer, StaffRequest } from '../office-route.ts';
import type { Filters } from './filters.ts';
import type { Asking, Listed, OfficeList } from './office-list.ts';

const READ_AT_ONCE = 1_000;
/** By which spreadsheets know that it is UTF-8. */
export const UTF8_MARK = '\uFEFF';

/** All that fits as a file, written while it is read. */
export function csvOf<Row extends Listed>(
  list: OfficeList<Row, Filters, string>,
  request: StaffRequest,
  asking: Asking<Filters, string>,
): CsvAnswer {
  return { kind: 'csv', name: `${list.csv.name}.csv`, lines: linesOf(list, request, asking) };
}

async function* linesOf<Row extends Listed>(
  list: OfficeList<Row, Filters, string>,
  request: StaffRequest,
  asking: Asking<Filters, string>,
): AsyncGenerator<string> {
  yield UTF8_MARK + list.csv.head;
  let last: Row | undefined;
  do {
    const from = last && { value: last.position, id: last.id, back: false };
    const rows = await list.rows(request, { ...asking, slice: { ...asking.slice, limit: READ_AT_ONCE, from } });
    yield rows.map((row) => list.csv.line(row)).join('');
    last = rows.length === READ_AT_ONCE ? rows.at(-1) : undefined;
  } while (last);
}
