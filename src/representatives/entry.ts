import { createHash } from 'node:crypto';
import { readMailbox } from '../supporters/mailbox.ts';
import { oneLine } from '../supporters/plain-words.ts';
import type { Office } from './load-offices.ts';
import type { Channel } from './representative-queries.ts';

/** A term somebody serves or served; dates as precise as the source has them. */
export interface Mandate {
  readonly role: string | null;
  readonly body: string;
  readonly body_kind: 'legislature' | 'ministry' | 'executive' | 'other';
  readonly party: string | null;
  readonly area: string | null;
  readonly term: string | null;
  readonly started_on: string | null;
  readonly ended_on: string | null;
  readonly current: boolean;
}

/** What one file says of one representative, before it is compared with what we know. */
export interface Entry {
  /** Line or id, for the report. */
  readonly at: string;
  readonly externalId: string;
  /** One of the state's four offices; else a person. */
  readonly office: Office | null;
  readonly name: string | null;
  readonly languages: readonly string[];
  readonly links: readonly { readonly url: string; readonly note: string | null }[];
  readonly source: string | null;
  readonly asOf: string | null;
  readonly mandates: readonly Mandate[];
  readonly channels: readonly Pick<Channel, 'kind' | 'value'>[];
  /** Since when the person holds nothing any more; null: in office. */
  readonly endedOn: string | null;
}

export interface Refused {
  readonly at: string;
  readonly reason: string;
}

export interface Reading {
  readonly entries: readonly Entry[];
  readonly refused: readonly Refused[];
}

/** A row that can't be taken; its message says why, for the person who imports. */
export class BadRow extends Error {
  override readonly name = 'BadRow';
}

/** Reads rows one by one; one bad row does not hide the next. */
export function readEach<Row>(
  rows: readonly Row[],
  at: (row: Row, index: number) => string,
  read: (row: Row, at: string) => Entry,
): Reading {
  const entries: Entry[] = [];
  const refused: Refused[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const place = at(row, index);
    try {
      const entry = read(row, place);
      if (seen.has(entry.externalId)) throw new BadRow(`stands twice: ${entry.externalId}`);
      seen.add(entry.externalId);
      entries.push(entry);
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      refused.push({ at: place, reason: error.message });
    }
  }
  return { entries, refused };
}

const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** A date as precise as it was given ('2024', '2024-05', '2024-05-17'). @throws BadRow */
export function partialDate(text: string | null | undefined): string | null {
  if (!text) return null;
  if (!PARTIAL_DATE.test(text)) throw new BadRow(`not a date: ${text.slice(0, 30)}`);
  return text;
}

/** @throws BadRow where the value can't be what it is said to be */
export function channel(kind: Channel['kind'], given: string): Pick<Channel, 'kind' | 'value'> {
  const value = oneLine(given);
  if (kind === 'email') {
    const mailbox = /[\r\n]/.test(given) ? undefined : readMailbox(value.replace(/^mailto:/i, ''));
    if (!mailbox) throw new BadRow(`not an e-mail address: ${value.slice(0, 60)}`);
    return { kind, value: mailbox.address };
  }
  if (kind === 'web-form' && !/^https?:\/\/[^\s]+$/.test(value))
    throw new BadRow(`not a web address: ${value.slice(0, 60)}`);
  if (value === '' || value.length > 500) throw new BadRow(`empty or too long: ${kind}`);
  return { kind, value };
}

/** Whether a term goes on at a day: dates less precise than a day count to their end. */
export function goesOn(mandate: Pick<Mandate, 'started_on' | 'ended_on'>, day: string): boolean {
  return (
    (mandate.started_on ?? '') <= day && (mandate.ended_on === null || `${mandate.ended_on}-99`.slice(0, 10) >= day)
  );
}

/** The same for the same content, whatever its order of keys was in the file. */
export function fingerprintOf({ at: _, ...content }: Entry): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
