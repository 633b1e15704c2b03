import { chosen, type Fields } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import type { Key } from '../../locales/words.ts';
import type { Problems } from '../../site/components/form.tsx';
import { readCursor } from './cursor.ts';
import type { Filtered, Filters } from './filters.ts';
import type { Asking, Listed, OfficeList } from './office-list.ts';

/** Rows of a page. */
export const AT_ONCE = 50;

/** What stands behind the question mark of a list. */
export function queryOf({ filters }: { readonly filters: Filters }): Fields {
  const named = Object.entries(filters).map(([name, { field }]) => [name, field] as const);
  const own = { sort: chosen(40), after: chosen(3_000), before: chosen(3_000), as: chosen(3) };
  return { ...Object.fromEntries(named), ...own, did: chosen(40), n: chosen(4), of: chosen(4) };
}

/** What an address asks of a list, and what in it is none. */
export interface ReadAsking<Of extends Filters, Sort extends string> {
  readonly asking: Asking<Of, Sort>;
  readonly problems: Problems;
}

/** Holds what stands in an address to the list; a slice is one row longer than a page, so that it is known whether there are more. */
export function readAsking<Row extends Listed, Of extends Filters, Sort extends string>(
  list: OfficeList<Row, Of, Sort>,
  query: URLSearchParams,
  { t }: Pick<View, 't'>,
): ReadAsking<Of, Sort> {
  const problems = new Map<string, string>();
  const filtered = readFilters(list, query, (name, words) => problems.set(name, t(words)));
  const contradiction = list.contradiction?.(filtered);
  if (contradiction) problems.set(contradiction[0], t(contradiction[1]));
  const { sort, descending } = readSort(list, query.get('sort')) ?? list.first;
  if (query.has('sort') && !readSort(list, query.get('sort'))) problems.set('rows', t('office.list.wrong.sort'));
  const [after, before] = [query.get('after'), query.get('before')];
  const of = { sort, kind: list.sorts[sort], id: list.id };
  const from = after || before ? readCursor(after ?? before ?? '', of, after === null) : undefined;
  if ((after || before) && !from) problems.set('rows', t('office.list.wrong.cursor'));
  return { asking: { filtered, sort, slice: { descending, from, limit: AT_ONCE + 1 } }, problems };
}

function readFilters<Of extends Filters>(
  { filters }: { readonly filters: Of },
  query: URLSearchParams,
  tell: (name: string, words: Key) => void,
): Filtered<Of> {
  const filtered: Record<string, string> = {};
  for (const [name, { schema, wrong }] of Object.entries(filters)) {
    const typed = query.get(name)?.trim();
    if (!typed) continue;
    const read = schema.safeParse(typed);
    if (read.success) filtered[name] = read.data;
    else tell(name, wrong);
  }
  return filtered as Filtered<Of>;
}

/** `name`, or `-name` from the last to the first. */
function readSort<Sort extends string>(
  { sorts }: { readonly sorts: Readonly<Record<Sort, unknown>> },
  text: string | null,
) {
  const sort = text?.replace(/^-/, '') ?? '';
  return Object.hasOwn(sorts, sort) ? { sort: sort as Sort, descending: text?.startsWith('-') === true } : undefined;
}

export function sortText({ sort, descending }: { readonly sort: string; readonly descending: boolean }): string {
  return `${descending ? '-' : ''}${sort}`;
}
