import { z } from 'zod';
import { auditEntries, csvHead, csvLine, type Entry, filterOf } from '../audit/list-audit.ts';
import type { Lang } from '../config/langs.ts';
import { officeAddresses } from './addresses.ts';
import { doneWords, kindWords } from './done-words.ts';
import { dayFilter, offeredFilter, textFilter } from './list/filters.ts';
import type { OfficeList } from './list/office-list.ts';

/** Also of a room that is gone. */
const itemKind = z
  .string()
  .trim()
  .regex(/^[a-z-]{1,40}$/);

const filters = {
  who: textFilter('office.audit.who'),
  kind: offeredFilter('office.audit.kind', itemKind, async ({ app, lang }, chosen) =>
    [...new Set([...app.handed.auditedItems.keys(), ...(chosen ? [chosen] : [])])]
      .map((kind) => [kind, kindWords(app, lang, kind)] as const)
      .sort(([, a], [, b]) => a.localeCompare(b, lang)),
  ),
  item: textFilter('office.audit.name', 'search'),
  from: dayFilter('office.audit.from'),
  to: dayFilter('office.audit.to'),
};

interface Listed extends Entry {
  /** The kind of thing that it was done to, in words. */
  readonly itemIs: string;
}

/** What people changed: the entries that `npm run audit` lists. */
export const auditList: OfficeList<Listed, typeof filters, 'at'> = {
  address: officeAddresses.audit,
  who: 'audit.read',
  navigation: { label: 'office.audit', group: 'running', order: 60 },
  title: 'office.audit',
  lead: 'office.audit.lead',
  empty: 'office.audit.empty',
  filters,
  contradiction: ({ from, to }) => (from && to && from > to ? ['to', 'office.list.wrong.days'] : undefined),
  sorts: { at: 'moment' },
  first: { sort: 'at', descending: true },
  id: 'uuid',
  rows: async ({ app, view }, { filtered: { kind, from: first, to: last, ...others }, slice }) => {
    const filter = filterOf({ itemKind: kind, first, last, ...others }, view.timeZone);
    const entries = await auditEntries(app.database, filter, slice);
    return entries.map((entry) => ({ ...entry, itemIs: kindWords(app, view.lang, entry.item_kind) }));
  },
  columns: [
    {
      label: 'office.audit.what',
      cell: ({ operation }, { lang }) => doneWords(lang, operation),
      link: ({ id }, lang) => officeAddresses.auditEntry(lang, id),
    },
    { label: 'office.audit.item', cell: ({ itemIs, ...entry }, { lang }) => <ItemLink {...{ entry, itemIs, lang }} /> },
    { label: 'office.audit.who', cell: ({ who }, { lang }) => <WhoLink who={who} lang={lang} /> },
    { label: 'office.audit.at', sort: 'at', cell: ({ made_at }, view) => view.moment(made_at) },
  ],
  csv: { name: 'audit', head: csvHead, line: csvLine },
};

interface ItemLinkProps {
  readonly entry: Entry;
  readonly itemIs: string;
  readonly lang: Lang;
}

/** What was changed, which leads to all that was changed of it. */
export function ItemLink({ entry: { item_kind, item, item_name }, itemIs, lang }: ItemLinkProps) {
  return (
    <a href={officeAddresses.audit(lang, { kind: item_kind, item })}>
      {itemIs} <bdi>{item_name ?? item}</bdi>
    </a>
  );
}

/** Who changed it, which leads to all that they changed. */
export function WhoLink({ who, lang }: { who: string; lang: Lang }) {
  return (
    <a href={officeAddresses.audit(lang, { who })}>
      <bdi>{who}</bdi>
    </a>
  );
}
