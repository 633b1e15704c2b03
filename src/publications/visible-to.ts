import type { Lang } from '../config/langs.ts';
import { endAt, type Moment } from '../http/moment.ts';
import { type End, earlier } from '../http/page-end.ts';
import type { Visible } from '../http/visible.ts';
import type { Day } from '../text/partial-day.ts';
import { beginningOf, dayIn } from '../text/time-zone.ts';
import type { Audience, ourselves, Preview } from './audience.ts';
import { publicZone } from './public-zone.ts';
import type { Publication } from './publication.ts';

type Kind = Audience['kind'];

/** Rows of a record by file, each with the day on which it became public where that is a later one (`public_on`). */
export type RecordedFiles<Row> = Readonly<Record<string, readonly Row[]>>;

/** Which recorded rows nobody may see on a day: those that are not public yet, and what only they tell of. */
export type Hidden<Row> = (files: RecordedFiles<Row>, today: Day) => ReadonlySet<Row>;

/** What one audience may see at one moment. */
export interface Gate<To extends Kind = 'everybody'> {
  /** Of authored things, each in one language. @param of a row's publication and language; without a publication nothing is shown */
  authored<Row>(
    rows: readonly Row[],
    of: (row: Row) => readonly [Publication | undefined, Lang],
  ): Visible<readonly Row[], To>;
  /** Of rows that have no publication of their own: those that belong to something that may be seen. */
  belonging<Row, Whole>(
    rows: readonly Row[],
    keyOf: (row: Row) => string,
    wholes: Visible<readonly Whole[], To>,
    keyOfWhole: (whole: Whole) => string,
  ): Visible<readonly Row[], To>;
  /** Of a record. @returns the same files where nothing is hidden */
  recorded<Row extends object>(files: RecordedFiles<Row>, hidden: Hidden<Row>): Visible<RecordedFiles<Row>, To>;
  /** Of rows that become public on a day. */
  dated<Row>(rows: readonly Row[], dayOf: (row: Row) => Day): Visible<readonly Row[], To>;
  /** When the first of these answers changes by itself; undefined: never. */
  readonly end: End | undefined;
}

/** The gate: the only way from rows to anything shown. @param moment by the database's clock; no day that is asked for moves it */
export function visibleTo(audience: typeof ourselves): Gate<'ourselves'>;
export function visibleTo<To extends Kind>(audience: Audience & { readonly kind: To }, moment: Moment): Gate<To>;
export function visibleTo(audience: Audience, moment?: Moment): Gate<Kind> {
  if (audience.kind === 'ourselves' || !moment) return new EverythingGate();
  if (audience.kind === 'preview') return new PublicGate({ ...moment, at: audience.at }, previewedFrom(audience));
  return new PublicGate(moment, audience.kind === 'taken-part' ? saidFrom : publicFrom);
}

type Things = readonly Visible<unknown>[] | Readonly<Record<string, Visible<unknown>>>;

/** Things that may be seen, as one. */
export function together<Parts extends Things>(parts: Parts): Visible<Parts> {
  return parts as Visible<Parts>;
}

/** What is neither authored nor recorded: a page of the program's own, a count. @param because why nobody could want it hidden */
export function alwaysPublic<Value extends object>(value: Value, because: string): Visible<Value> {
  if (!because.trim()) throw new Error('visible-to.ts: say why it is always public');
  return value as Visible<Value>;
}

type NoPromise = { readonly then?: never };

/** What is made of something that may be seen, and of nothing else. @param make at once: nothing more can be read meanwhile */
export function madeOf<Source, To extends Kind, Made extends object & NoPromise>(
  source: Visible<Source, To>,
  make: (source: Visible<Source, To>) => Made,
): Visible<Made, To> {
  return make(source) as Visible<Made, To>;
}

type VisibleOrNothing<Made> = Made extends undefined ? undefined : Visible<Made>;

/**
 * What shows something: it reads what may be seen, and what is shown is made of that.
 * @param read gives what the gate let through
 * @param make makes at once what is shown, so that nothing more can be read meanwhile; undefined: nothing
 */
export function fromVisible<Given extends readonly unknown[], Source, Made extends (object & NoPromise) | undefined>(
  read: (...given: Given) => Promise<Visible<Source>>,
  make: (source: Visible<Source>, ...given: Given) => Made,
): (...given: Given) => Promise<VisibleOrNothing<Made>> {
  return async (...given) => make(await read(...given), ...given) as VisibleOrNothing<Made>;
}

function belonging<Row, Whole>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  wholes: readonly Whole[],
  keyOfWhole: (whole: Whole) => string,
): readonly Row[] {
  const keys = new Set(wholes.map(keyOfWhole));
  return rows.filter((row) => keys.has(keyOf(row)));
}

/** The same in a form that takes its time: a drawing as a picture. @param draw reads nothing: all that it needs is what it is given */
export async function drawnFrom<Source, Made extends object>(
  source: Visible<Source>,
  draw: (source: Visible<Source>) => Promise<Made>,
): Promise<Visible<Made>> {
  return (await draw(source)) as Visible<Made>;
}

class EverythingGate implements Gate<'ourselves'> {
  readonly end = undefined;
  authored<Row>(rows: readonly Row[]) {
    return rows as Visible<readonly Row[], 'ourselves'>;
  }
  belonging<Row, Whole>(...given: Parameters<typeof belonging<Row, Whole>>) {
    return belonging(...given) as Visible<readonly Row[], 'ourselves'>;
  }
  recorded<Row extends object>(files: RecordedFiles<Row>) {
    return files as Visible<RecordedFiles<Row>, 'ourselves'>;
  }
  dated<Row>(rows: readonly Row[]) {
    return rows as Visible<readonly Row[], 'ourselves'>;
  }
}

class PublicGate implements Gate {
  readonly #moment: Moment;
  readonly #today: Day;
  readonly #from: typeof publicFrom;
  end: End | undefined;

  constructor(moment: Moment, from: typeof publicFrom) {
    this.#moment = moment;
    this.#from = from;
    this.#today = dayIn(publicZone(), moment.at);
  }

  authored<Row>(rows: readonly Row[], of: (row: Row) => readonly [Publication | undefined, Lang]) {
    return rows.filter((row) => this.#hasCome(this.#from(...of(row)))) as unknown as Visible<readonly Row[]>;
  }

  belonging<Row, Whole>(...given: Parameters<typeof belonging<Row, Whole>>) {
    return belonging(...given) as Visible<readonly Row[]>;
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
  if (publication?.withdrawnAt || publication?.hidden) return undefined;
  return saidFrom(publication, lang);
}

/** From when a preview shows something: what it is of, always; else as everybody sees it. */
function previewedFrom({ items }: Preview): typeof publicFrom {
  return (publication, lang) =>
    publication && !publication.hidden && items.has(publication.item) ? new Date(0) : publicFrom(publication, lang);
}

/** From when its words had been said to readers, whether or not they may be seen now; undefined: nobody has said them yet. */
function saidFrom(publication: Publication | undefined, lang: Lang): Date | undefined {
  if (!publication) return undefined;
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
