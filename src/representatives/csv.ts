import { parse } from 'csv-parse/sync';
import { oneLine } from '../supporters/plain-words.ts';
import { BadRow, channel, type Entry, partialDate, type Reading, readEach } from './entry.ts';
import { offices } from './load-offices.ts';
import type { Channel } from './representative-queries.ts';

/** The columns that are read; all but `name` or `office` may be left out. Documented in docs/operating/import.md. */
const columns = [
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
type Row = Readonly<Partial<Record<Column, string>>>;

const channelColumns: readonly (readonly [Column, Channel['kind']])[] = [
  ['email', 'email'],
  ['web_form', 'web-form'],
  ['post', 'post'],
  ['phone', 'phone'],
  ['x', 'x'],
  ['bluesky', 'bluesky'],
  ['facebook', 'facebook'],
];

/** A file whose heads are not the documented columns, or that is no CSV. */
export class NotCsv extends Error {
  override readonly name = 'NotCsv';
}

/** Reads representatives from CSV (RFC 4180) with a line of heads. @throws NotCsv */
export function readCsv(text: string, day: string): Reading {
  const rows = parsed(text);
  const unknown = Object.keys(rows[0]?.record ?? {}).filter((head) => !columns.includes(head as Column));
  if (unknown.length > 0) throw new NotCsv(`unknown columns: ${unknown.join(', ')}; known are ${columns.join(', ')}`);
  return readEach(
    rows,
    ({ info }) => `line ${info.lines}`,
    ({ record }, at) => entryOf(record, at, day),
  );
}

function parsed(text: string): { record: Row; info: { lines: number } }[] {
  try {
    return parse(text, {
      columns: (heads: string[]) => heads.map((head) => head.trim().toLowerCase()),
      bom: true,
      skip_empty_lines: true,
      trim: true,
      cast: oneLine,
      info: true,
    }) as never;
  } catch (error) {
    throw new NotCsv((error as Error).message);
  }
}

function entryOf(row: Row, at: string, day: string): Entry {
  const name = oneLine(row.name ?? '') || null;
  const office = officeOf(row.office);
  if (!office && !name) throw new BadRow('has neither a name nor an office');
  const endedOn = partialDate(row.ended_on);
  const person = office === null;
  return {
    at,
    externalId: office ?? row.id ?? `${name} / ${row.body ?? ''} / ${row.area ?? ''}`,
    office,
    name,
    languages: (row.languages ?? '').split(/[\s;,]+/).filter(Boolean),
    links: [],
    source: row.source || null,
    asOf: partialDate(row.as_of),
    mandates: person ? [mandateOf(row, endedOn)] : [],
    channels: channelColumns.flatMap(([column, kind]) => (row[column] ? [channel(kind, row[column])] : [])),
    endedOn: person && endedOn !== null && endedOn < day ? endedOn : null,
  };
}

function officeOf(given: string | undefined): Entry['office'] {
  if (!given) return null;
  const office = offices.find((one) => one === given);
  if (!office) throw new BadRow(`unknown office: ${given.slice(0, 60)}; known are ${offices.join(', ')}`);
  return office;
}

function mandateOf(row: Row, endedOn: string | null): Entry['mandates'][number] {
  return {
    role: row.role || null,
    body: row.body || '',
    body_kind: 'legislature',
    party: row.party || null,
    area: row.area || null,
    term: null,
    started_on: partialDate(row.started_on),
    ended_on: endedOn,
    current: endedOn === null,
  };
}
