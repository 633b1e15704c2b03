import { publicOffices } from '../states/public-offices.ts';
import type { Day } from '../text/partial-day.ts';
import { InvalidEntryError, inColumns, readAll, readParts } from './bad-row.ts';
import { contacts } from './contact.ts';
import { type CsvRow, readTable } from './csv-table.ts';
import { goesOn, inOffice, partialDate, periodFrom } from './dates.ts';
import { type Entry, idOf, isId, type Mandate, type Meant, nameOf, type Reading, readEach, wordsOf } from './entry.ts';
import type { Channel } from './representative-queries.ts';

export { NotCsvError } from './csv-table.ts';

/** The columns that are read; all but `name` or `office` may be left out. Documented in docs/operating/import.md. */
export const columns = [
  'id',
  'office',
  'name',
  'role',
  'body',
  'party',
  'area',
  'email',
  'web_form',
  'post',
  'phone',
  'x',
  'bluesky',
  'facebook',
  'languages',
  'started_on',
  'ended_on',
  'source',
  'as_of',
] as const;
type Column = (typeof columns)[number];
type Row = CsvRow<Column>;
type Cells = Row['cells'];

const channelColumns: readonly (readonly [Column, Channel['kind']])[] = [
  ['email', 'email'],
  ['web_form', 'web-form'],
  ['post', 'post'],
  ['phone', 'phone'],
  ['x', 'x'],
  ['bluesky', 'bluesky'],
  ['facebook', 'facebook'],
];

/** Reads representatives from CSV (RFC 4180), also with semicolons or tabs, with a line of heads. @throws NotCsvError */
export function readCsv(text: string, day: Day): Required<Reading> {
  return readEach(readTable(text, columns), {
    at: ({ line }) => `line ${line}`,
    meant: ({ cells }) => meantBy(cells),
    read: (row, at) => entryOf(row, at, day),
  });
}

function meantBy(cells: Cells): Meant {
  if (attempt(() => officeOf(cells.office))) return { office: true };
  const name = attempt(() => nameOf(cells.name)) || undefined;
  const id = attempt(() => externalId(cells, name ?? null));
  return { externalId: id && isId(id) ? id : undefined, name };
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Without an id of the source's own, somebody is known by name, body and area. */
function externalId(cells: Cells, name: string | null): string | undefined {
  if (cells.id) return wordsOf(cells.id);
  return name === null ? undefined : `${name} / ${wordsOf(cells.body)} / ${wordsOf(cells.area)}`;
}

function entryOf({ cells, broken }: Row, at: string, day: Day): Entry {
  if (broken) throw new InvalidEntryError(broken);
  const { office, name, mandate, ...said } = readParts({
    office: () => officeOf(cells.office),
    name: () => nameOf(cells.name),
    mandate: () => mandateOf(cells, day),
    languages: () => languagesOf(cells.languages),
    source: () => wordsOf(cells.source) || null,
    asOf: () => inColumns(['as_of'], () => partialDate(cells.as_of)),
    channels: () =>
      readAll(channelColumns, ([column, kind]) =>
        inColumns([column], () => (cells[column] ? contacts(kind, cells[column]) : [])),
      ).flat(),
  });
  if (!office && !name) throw new InvalidEntryError('has neither a name nor an office');
  const mandates = office ? [] : [mandate];
  return {
    at,
    externalId: office ?? idOf(externalId(cells, name) ?? ''),
    office,
    name,
    ...said,
    links: [],
    mandates,
    ...(office ? { endedOn: null, beginsOn: null } : inOffice(mandates, null, day)),
  };
}

function officeOf(given: string | undefined): Entry['office'] {
  if (!given) return null;
  const office = publicOffices.find((one) => one === given);
  if (!office)
    throw new InvalidEntryError(`unknown office: ${given.slice(0, 60)}; known are ${publicOffices.join(', ')}`);
  return office;
}

function languagesOf(given: string | undefined): string[] {
  const codes = wordsOf(given)
    .split(/[\s;,]+/)
    .filter(Boolean);
  const wrong = codes.find((code) => !/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(code));
  if (wrong) throw new InvalidEntryError(`no code of a language: ${wrong.slice(0, 30)}; write en, fr or pt-BR`);
  return codes;
}

function mandateOf(cells: Cells, day: Day): Mandate {
  const said = readParts({
    role: () => wordsOf(cells.role) || null,
    body: () => wordsOf(cells.body) || null,
    party: () => wordsOf(cells.party) || null,
    area: () => wordsOf(cells.area) || null,
    started_on: () => partialDate(cells.started_on),
    ended_on: () => partialDate(cells.ended_on),
  });
  const period = inColumns(['started_on', 'ended_on'], () => periodFrom(said.started_on, said.ended_on));
  return { ...said, body_kind: 'legislature', term: null, current: goesOn(period, day) };
}
