import { createHash } from 'node:crypto';
import type { PublicOffice } from '../states/public-offices.ts';
import { oneLine, readName } from '../text/text-cleaning.ts';
import { InvalidEntryError } from './bad-row.ts';
import type { Channel } from './representative-queries.ts';

/** What a mandate is held in. */
export const bodyKinds = ['legislature', 'ministry', 'executive', 'other'] as const;

/** A term somebody serves or served; dates as precise as the source has them. */
export interface Mandate {
  readonly role: string | null;
  readonly body: string | null;
  readonly body_kind: (typeof bodyKinds)[number];
  readonly party: string | null;
  readonly area: string | null;
  readonly term: string | null;
  readonly started_on: string | null;
  readonly ended_on: string | null;
  /** Whether it goes on at the day for which the file speaks. */
  readonly current: boolean;
}

/** What one file says of one representative, before it is compared with what we know. */
export interface Entry {
  /** Line or id, for the report. */
  readonly at: string;
  readonly externalId: string;
  /** One of the state's four offices; else a person. */
  readonly office: PublicOffice | null;
  readonly name: string | null;
  readonly languages: readonly string[];
  readonly links: readonly { readonly url: string; readonly note: string | null }[];
  readonly source: string | null;
  readonly asOf: string | null;
  readonly mandates: readonly Mandate[];
  readonly channels: readonly Pick<Channel, 'kind' | 'value'>[];
  /** Since when the person holds nothing any more; null: in office, or not yet. */
  readonly endedOn: string | null;
  /** The first day of a term to come, of somebody who holds nothing before it. */
  readonly beginsOn: string | null;
}

export interface Refused {
  readonly at: string;
  readonly reason: string;
}

/** Whom a refused row may mean, as far as that could be read of it. */
export interface Meant {
  readonly externalId?: string | undefined;
  readonly name?: string | undefined;
  /** It means one of the state's offices, and no person. */
  readonly office?: boolean;
  /** It may be a membership of somebody who is in the file by another row. */
  readonly membership?: boolean;
}

export interface Reading {
  readonly entries: readonly Entry[];
  readonly refused: readonly Refused[];
  /** One for each of the refused, in their order; where it is missing, a refused row may mean anybody. */
  readonly meant?: readonly Meant[];
  /** The same for the columns in which something is wrong; none where it is the row as a whole. */
  readonly columns?: readonly (readonly string[])[];
}

/** How the rows of one kind of file are read. */
export interface RowReader<Row> {
  readonly at: (row: Row, index: number) => string;
  /** Never throws, whatever the row is. */
  readonly meant: (row: Row) => Meant;
  /** @throws InvalidEntryError */
  readonly read: (row: Row, at: string) => Entry;
}

/** Reads rows one by one; one bad row does not hide the next. */
export function readEach<Row>(rows: readonly Row[], reader: RowReader<Row>): Required<Reading> {
  const entries: Entry[] = [];
  const refused: Refused[] = [];
  const meant: Meant[] = [];
  const columns: (readonly string[])[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const place = reader.at(row, index);
    try {
      const entry = reader.read(row, place);
      if (seen.has(entry.externalId)) throw new InvalidEntryError(`stands twice: ${entry.externalId}`);
      seen.add(entry.externalId);
      entries.push(entry);
    } catch (error) {
      if (!(error instanceof InvalidEntryError)) throw error;
      refused.push({ at: place, reason: error.message });
      meant.push(reader.meant(row));
      columns.push(error.columns);
    }
  }
  return { entries, refused, meant, columns };
}

/** In UTF-16 code units: with a state and a source it is the key of an index. */
const LONGEST_ID = 300;
const LONGEST_WORDS = 1_000;

/** Whether a text can be kept as the id by which a source knows somebody. */
export function isId(text: string): boolean {
  return text.trim() !== '' && text.length <= LONGEST_ID && !/[\p{Cc}\p{Cs}]/u.test(text);
}

/** @throws InvalidEntryError where the text is none that can be kept */
export function idOf(text: string): string {
  if (!isId(text)) throw new InvalidEntryError(`an id of 1 to ${LONGEST_ID} characters without line breaks is needed`);
  return text;
}

/** @returns null where nothing stands there @throws InvalidEntryError for what is no name */
export function nameOf(text: string | null | undefined): string | null {
  if (!text || oneLine(text.slice(0, 5_000)) === '') return null;
  const name = readName(text);
  if (name === undefined) throw new InvalidEntryError('the name is longer than 200 characters, or holds an address');
  if (name.includes('\ufffd'))
    throw new InvalidEntryError(`letters of the name were lost in an earlier conversion: ${name.slice(0, 60)}`);
  return name;
}

/** One line of words: a role, a body, an area. @throws InvalidEntryError where it is too long to be one */
export function wordsOf(text: string | null | undefined): string {
  if (text && text.length > LONGEST_WORDS)
    throw new InvalidEntryError(`longer than ${LONGEST_WORDS} characters: ${oneLine(text.slice(0, 40))}…`);
  return oneLine(text ?? '');
}

/**
 * The same for the same content, whatever its order of keys was in the file, and on whatever day it is imported: a day that is not in the
 * file is left out.
 */
export function fingerprintOf({ at: _, endedOn, beginsOn, ...content }: Entry): string {
  const said = { ...content, ended: endedOn !== null, ...(beginsOn === null ? {} : { beginsOn }) };
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}
