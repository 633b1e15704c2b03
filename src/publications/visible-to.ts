import type { Lang } from '../config/langs.ts';
import { endAt, type Moment } from '../http/moment.ts';
import { type End, earlier } from '../http/page-end.ts';
import type { Day } from '../text/partial-day.ts';
import { beginningOf, dayIn } from '../text/time-zone.ts';
import type { Audience, ourselves } from './audience.ts';
import { publicZone } from './public-zone.ts';
import type { Publication } from './publication.ts';

declare const seen: unique symbol;

/** What may be shown: only this file says so of anything, and what assembles pages, files and figures takes nothing else. */
export type Visible<Value> = Value & { readonly [seen]: true };

/** Rows of a record by file, each with the day on which it became public where that is a later one (`public_on`). */
export type RecordedFiles<Row> = Readonly<Record<string, readonly Row[]>>;

/** Which recorded rows nobody may see on a day: those that are not public yet, and what only they tell of. */
export type Hidden<Row> = (files: RecordedFiles<Row>, today: Day) => ReadonlySet<Row>;

/** What one audience may see at one moment. */
export interface Gate {
  /** Of authored things, each in one language. @param of a row's publication and language; without a publication nothing is shown */
  authored<Row>(
    rows: readonly Row[],
    of: (row: Row) => readonly [Publication | undefined, Lang],
  ): Visible<readonly Row[]>;
  /** Of a record. @returns the same files where nothing is hidden */
  recorded<Row extends object>(files: RecordedFiles<Row>, hidden: Hidden<Row>): Visible<RecordedFiles<Row>>;
  /** Of rows that become public on a day. */
  dated<Row>(rows: readonly Row[], dayOf: (row: Row) => Day): Visible<readonly Row[]>;
  /** When the first of these answers changes by itself; undefined: never. */
  readonly end: End | undefined;
}

/** The gate: the only way from rows to anything shown. @param moment by the database's clock; no day that is asked for moves it */
export function visibleTo(audience: typeof ourselves): Gate;
export function visibleTo(audience: Audience, moment: Moment): Gate;
export function visibleTo({ kind }: Audience, moment?: Moment): Gate {
  return kind === 'ourselves' || !moment ? new EverythingGate() : new PublicGate(moment);
}

class EverythingGate implements Gate {
  readonly end = undefined;
  authored<Row>(rows: readonly Row[]) {
    return rows as Visible<readonly Row[]>;
  }
  recorded<Row extends object>(files: RecordedFiles<Row>) {
    return files as Visible<RecordedFiles<Row>>;
  }
  dated<Row>(rows: readonly Row[]) {
    return rows as Visible<readonly Row[]>;
  }
}

class PublicGate implements Gate {
  readonly #moment: Moment;
  readonly #today: Day;
  end: End | undefined;

  constructor(moment: Moment) {
    this.#moment = moment;
    this.#today = dayIn(publicZone(), moment.at);
  }

  authored<Row>(rows: readonly Row[], of: (row: Row) => readonly [Publication | undefined, Lang]) {
    return rows.filter((row) => this.#hasCome(publicFrom(...of(row)))) as unknown as Visible<readonly Row[]>;
  }

  recorded<Row extends object>(files: RecordedFiles<Row>, hidden: Hidden<Row>) {
    const out = hidden(files, this.#today);
    if (out.size === 0) return files as Visible<RecordedFiles<Row>>;
    for (const row of out) this.#hasBegun(publicOn(row) ?? '');
    const left = Object.entries(files).map(([file, rows]) => [file, rows.filter((row) => !out.has(row))] as const);
    return Object.fromEntries(left) as unknown as Visible<RecordedFiles<Row>>;
  }

  dated<Row>(rows: readonly Row[], dayOf: (row: Row) => Day) {
    return rows.filter((row) => this.#hasBegun(dayOf(row))) as unknown as Visible<readonly Row[]>;
  }

  #hasBegun(day: Day): boolean {
    return day <= this.#today || this.#hasCome(beginningOf(publicZone(), day));
  }

  #hasCome(from: Date | undefined): boolean {
    if (from === undefined) return false;
    if (from <= this.#moment.at) return true;
    this.end = earlier(this.end, endAt(this.#moment, from));
    return false;
  }
}

/** From when everybody may see something in a language; undefined: nobody can say that they will. */
function publicFrom(publication: Publication | undefined, lang: Lang): Date | undefined {
  if (!publication || publication.withdrawnAt || publication.hidden) return undefined;
  const from = publication.publicFrom.get(lang);
  const { embargoedUntil } = publication;
  return from && embargoedUntil && embargoedUntil > from ? embargoedUntil : from;
}

/** Whether a row carries a day on which it becomes public, and that is to come. */
export function isEmbargoed(row: object, today: Day): boolean {
  return (publicOn(row) ?? '') > today;
}

function publicOn(row: object): Day | undefined {
  return 'public_on' in row && typeof row.public_on === 'string' ? row.public_on : undefined;
}
