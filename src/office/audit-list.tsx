import { auditEntries, csvHead, csvLine, type Entry, filterOf } from '../audit/list-audit.ts';
import type { Lang } from '../config/langs.ts';
import { officeAddresses } from './addresses.ts';
import { doneWords, itemKinds, kindWords } from './done-words.ts';
import { choiceFilter, dayFilter, textFilter } from './list/filters.ts';
import type { OfficeList } from './list/office-list.ts';

const kinds = itemKinds() as [string, ...string[]];

const filters = {
  who: textFilter('office.audit.who'),
  kind: choiceFilter('office.audit.kind', kinds, ({ lang }, kind) => kindWords(lang, kind)),
  item: textFilter('office.audit.name', 'search'),
  from: dayFilter('office.audit.from'),
  to: dayFilter('office.audit.to'),
};

/** What people changed: the entries that `npm run audit` lists. */
export const auditList: OfficeList<Entry, typeof filters, 'at'> = {
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
  rows: ({ app, view }, { filtered: { kind: itemKind, from: first, to: last, ...others }, slice }) =>
    auditEntries(app.database, filterOf({ itemKind, first, last, ...others }, view.timeZone), slice),
  columns: [
    {
      label: 'office.audit.what',
      cell: ({ operation }, { lang }) => doneWords(lang, operation),
      link: ({ id }, lang) => officeAddresses.auditEntry(lang, id),
    },
    { label: 'office.audit.item', cell: (entry, { lang }) => <ItemLink entry={entry} lang={lang} /> },
    { label: 'office.audit.who', cell: ({ who }, { lang }) => <WhoLink who={who} lang={lang} /> },
    { label: 'office.audit.at', sort: 'at', cell: ({ made_at }, view) => view.moment(made_at) },
  ],
  csv: { name: 'audit', head: csvHead, line: csvLine },
};

/** What was changed, which leads to all that was changed of it. */
export function ItemLink({ entry: { item_kind, item, item_name }, lang }: { entry: Entry; lang: Lang }) {
  return (
    <a href={officeAddresses.audit(lang, { kind: item_kind, item })}>
      {kindWords(lang, item_kind)} <bdi>{item_name ?? item}</bdi>
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
