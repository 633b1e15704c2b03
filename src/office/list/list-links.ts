import type { Lang } from '../../config/langs.ts';
import type { Filters } from './filters.ts';
import type { Listed, OfficeList } from './office-list.ts';

/** As much of a list as its links need. */
export type Linked = Pick<OfficeList<Listed, Filters, string>, 'address' | 'filters'>;

/** A link to the same list, with some of what its address says said otherwise; without, it begins at its first row. */
export function listLink(
  { address, filters }: Linked,
  lang: Lang,
  query: URLSearchParams,
  otherwise: Readonly<Record<string, string | undefined>> = {},
): string {
  const names = [...Object.keys(filters), 'sort'];
  const said = names.map((name) => [name, query.get(name)?.trim() || undefined] as const);
  return address(lang, { ...Object.fromEntries(said), ...otherwise });
}

/** The names of the filters that somebody has set. */
export function setFilters({ filters }: Linked, query: URLSearchParams): readonly string[] {
  return Object.keys(filters).filter((name) => query.get(name)?.trim());
}
