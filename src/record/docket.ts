import type { Lang } from '../config/langs.ts';
import { type FileShape, rowsOf } from '../facts/shapes.ts';
import type { VisibleFields } from '../facts/visible-fields.ts';
import { type Day, firstDay, type PartialDay } from '../text/partial-day.ts';
import type { EventType } from './event-types.ts';
import { type RecordRow, recordShapes } from './shapes.ts';

export type Situation = RecordRow<'situations'>;
export type Case = RecordRow<'cases'>;
export type Person = RecordRow<'people'>;
export type Charge = RecordRow<'charges'>;
export type Published = RecordRow<'published'>;
/** One sentence of what happened, and the events that it rests on. */
export type SummarySentence = RecordRow<'summaries'>;
export type RecordCorrection = RecordRow<'corrections'>;

/** A dated, sourced fact, with the day from which it counts. */
export type Event = RecordRow<'events'> & {
  /** From this day on it counts: it has happened, and is public. Of a month or a year, the first day. */
  readonly knownOn: Day;
};

/** Something that is to come, or was to: never counted as happened. */
export type Scheduled = RecordRow<'scheduled'> & { readonly knownOn: Day };

/** A person in a case, with what is recorded of that, in order. */
export interface Participant {
  readonly case: Case;
  readonly person: Person;
  readonly joinedOn: PartialDay | null;
  readonly leftOn: PartialDay | null;
  readonly events: readonly Event[];
  readonly charges: readonly Charge[];
}

export interface Trial {
  readonly slug: string;
  readonly openedOn: PartialDay;
  readonly members: readonly RecordRow<'trials'>[];
}

/** The whole record, as it stands now; what stood on a day is worked out from it. */
export interface Docket {
  readonly situations: ReadonlyMap<string, Situation>;
  readonly cases: ReadonlyMap<string, Case>;
  readonly people: ReadonlyMap<string, Person>;
  readonly participants: readonly Participant[];
  /** In the order in which they happened. */
  readonly events: readonly Event[];
  /** Those of a situation as a whole, not of a case in it. */
  readonly eventsOf: ReadonlyMap<string, readonly Event[]>;
  readonly trials: readonly Trial[];
  readonly scheduled: readonly Scheduled[];
  readonly published: readonly Published[];
  /** What was recorded otherwise before. */
  readonly corrections: readonly RecordCorrection[];
  /** What happened in a case, by its slug, or in a situation as a whole, by its own: in the order in which it is told. */
  readonly summaries: {
    readonly cases: ReadonlyMap<string, readonly SummarySentence[]>;
    readonly situations: ReadonlyMap<string, readonly SummarySentence[]>;
  };
  readonly knownThrough: Day;
  /** By subject: the whole, or a case or situation of which more is known. */
  readonly coverage: ReadonlyMap<string, Day>;
  readonly notes: ReadonlyMap<string, Readonly<Record<Exclude<Lang, 'en'>, string>>>;
}

/** @param files the fields of each file's rows, checked before */
export function assembleDocket(files: VisibleFields): Docket {
  const read = <Name extends keyof typeof recordShapes>(name: Name) =>
    rowsOf(recordShapes[name] as FileShape, files[name] ?? []) as unknown as RecordRow<Name>[];
  const events = read('events').map(dated).sort(inOrder);
  const cases = bySlug(read('cases'));
  const people = bySlug(read('people'));
  return {
    situations: bySlug(read('situations')),
    cases,
    people,
    participants: participantsOf(read('participants'), cases, people, events, read('charges')),
    events,
    eventsOf: Map.groupBy(
      events.filter((event) => event.case === null),
      (event) => event.situation,
    ),
    trials: trialsOf(read('trials')),
    scheduled: read('scheduled')
      .map((row) => ({ ...row, knownOn: row.public_on ?? firstDay(row.date) }))
      .sort(inOrder),
    published: read('published'),
    corrections: read('corrections'),
    summaries: summariesOf(read('summaries')),
    knownThrough: read('coverage').find(({ subject }) => subject === 'docket')?.known_through ?? '',
    coverage: new Map(read('coverage').map(({ subject, known_through }) => [subject, known_through])),
    notes: new Map([...read('notes'), ...read('people-notes')].map((note) => [note.en, note])),
  };
}

function dated<Row extends { date: PartialDay; public_on: Day | null }>(row: Row): Row & { knownOn: Day } {
  const happened = firstDay(row.date);
  return { ...row, knownOn: row.public_on !== null && row.public_on > happened ? row.public_on : happened };
}

/** By the day on which it happened, or may have. */
export function inOrder(one: { date: string; id: string }, other: { date: string; id: string }): number {
  return firstDay(one.date).localeCompare(firstDay(other.date)) || 0;
}

function bySlug<Row extends { slug: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.slug, row]));
}

/** A row with a case and without a person speaks of everybody in the case. */
function participantsOf(
  rows: readonly RecordRow<'participants'>[],
  cases: Docket['cases'],
  people: Docket['people'],
  events: readonly Event[],
  charges: readonly Charge[],
): Participant[] {
  const byCase = Map.groupBy(events, (event) => event.case);
  const charged = Map.groupBy(charges, (charge) => `${charge.case}/${charge.person}`);
  return rows.flatMap((row) => {
    const of = cases.get(row.case);
    const person = people.get(row.person);
    if (!of || !person) return [];
    return [
      {
        case: of,
        person,
        joinedOn: row.joined_on,
        leftOn: row.left_on,
        events: (byCase.get(row.case) ?? []).filter((event) => event.person === null || event.person === row.person),
        charges: charged.get(`${row.case}/${row.person}`) ?? [],
      },
    ];
  });
}

function summariesOf(rows: readonly SummarySentence[]): Docket['summaries'] {
  const inOrder = [...rows].sort((one, other) => one.part.localeCompare(other.part));
  const ofCases = inOrder.filter((row) => row.case !== null);
  return {
    cases: Map.groupBy(ofCases, (row) => row.case ?? ''),
    situations: Map.groupBy(
      inOrder.filter((row) => row.case === null),
      (row) => row.situation,
    ),
  };
}

function trialsOf(rows: readonly RecordRow<'trials'>[]): Trial[] {
  return [...Map.groupBy(rows, ({ trial }) => trial)].map(([slug, members]) => ({
    slug,
    openedOn: members.map(({ joined_on }) => joined_on).sort()[0] ?? '',
    members,
  }));
}

/** The last day for which the sources speak of something: of a case or a situation it may be later than of the whole. */
export function knownThroughOf(
  { coverage, knownThrough }: Pick<Docket, 'coverage' | 'knownThrough'>,
  of: { readonly case?: string; readonly situation?: string },
): Day {
  const days = [knownThrough, coverage.get(of.case ?? '') ?? '', coverage.get(of.situation ?? '') ?? ''];
  return days.sort().at(-1) ?? knownThrough;
}

/** What was public by a day, of events in their order. */
export function knownBy<Fact extends { knownOn: Day }>(facts: readonly Fact[], on: Day): Fact[] {
  return facts.filter((fact) => fact.knownOn <= on);
}

/** Whether an event of one of these types is among those that are known. */
export function happened(known: readonly Pick<Event, 'type'>[], ...types: EventType[]): boolean {
  return known.some(({ type }) => types.includes(type));
}
