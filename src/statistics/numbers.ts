import type { Queries } from '../database/database.ts';
import { daysToTell, FEWEST, partsToTell } from './disclosure.ts';
import { type Happening, happenings, hasAsk } from './happenings.ts';
import { daysOf, lastDayOf, type Month } from './month.ts';
import { type NumberRow, type OfCampaign, type Parts, selectDays, selectMonths, selectParts } from './read-queries.ts';

/** How numbers are shown: there are these tables and no others, so that none follows from two of them. */
export const tables = ['happenings', 'days', 'months', 'asks', 'states', 'languages'] as const;
export type Table = (typeof tables)[number];

export function isTable(text: string): text is Table {
  return tables.some((one) => one === text);
}

/** Tables whose numbers are told once their month is over. */
export function needsWholeMonth(table: Table): boolean {
  return table !== 'days' && table !== 'months';
}

export interface Question {
  readonly of: OfCampaign;
  readonly table: Table;
  readonly month: Month;
  /** Of these; all of them where somebody takes the file. */
  readonly wanted: readonly Happening[];
}

/** What may be told. */
export interface Shown {
  /** Numbers by what happened, then by what they are of. What is not there is not told: there are few, or few would follow from it. */
  readonly numbers: ReadonlyMap<Happening, ReadonlyMap<string, number>>;
  /** Of the whole month; as above. */
  readonly whole: ReadonlyMap<Happening, number>;
  /** Of days and months: those that are settled, also where no number of them is told. */
  readonly rows: readonly string[];
}

/**
 * The numbers of one table that may be told, as far as days are closed.
 * @param closedOn the last day that changes no more
 */
export async function numbersToTell(queries: Queries, question: Question, closedOn: string): Promise<Shown> {
  if (question.table === 'months') return ofMonths(queries, question, closedOn);
  if (question.table === 'days') return ofDays(queries, question, closedOn);
  if (!isOver(question.month, closedOn)) return { numbers: new Map(), whole: new Map(), rows: [] };
  const whole = await wholes(queries, question);
  if (question.table === 'happenings') return { numbers: new Map(), whole, rows: [] };
  return { numbers: await ofParts(queries, { ...question, table: question.table }), whole, rows: [] };
}

/** Whether all of a month is closed. */
export function isOver(month: Month, closedOn: string): boolean {
  return lastDayOf(month) <= closedOn;
}

const withinMonth = (month: Month) => ({ from: `${month}-01`, to: lastDayOf(month) });

async function ofDays(queries: Queries, { of, month, wanted }: Question, closedOn: string): Promise<Shown> {
  const days = daysOf(month).filter((day) => day <= closedOn);
  const over = isOver(month, closedOn);
  const rows = by(await selectDays(queries, of, withinMonth(month)));
  const each = wanted.map((happening) => {
    const numbers = days.map((day) => rows.get(happening)?.get(day) ?? 0);
    const { settled, shown: places } = daysToTell(numbers, over);
    return { happening, settled, days: [...places].map((at) => [days[at] ?? '', numbers[at] ?? 0] as const) };
  });
  const settled = Math.max(0, ...each.map((one) => one.settled));
  return {
    numbers: new Map(each.map((one) => [one.happening, new Map(one.days)])),
    whole: over ? manyOf(rows, wanted) : new Map(),
    rows: days.slice(0, settled),
  };
}

async function ofMonths(queries: Queries, { of, wanted }: Question, closedOn: string): Promise<Shown> {
  const rows = (await selectMonths(queries, of, closedOn)).filter(({ key }) => isOver(key, closedOn));
  const shown = rows.filter(({ happening, number }) => number >= FEWEST && wanted.includes(happening));
  return { numbers: by(shown), whole: new Map(), rows: [...new Set(rows.map(({ key }) => key))].sort() };
}

async function ofParts(queries: Queries, { of, month, table, wanted }: Question & { readonly table: Parts }) {
  const fitting = wanted.filter((happening) => table !== 'asks' || hasAsk(happening));
  const rows = by(await selectParts(queries, table, of, withinMonth(month), fitting));
  return new Map(
    [...rows].map(([happening, parts]) => {
      const shown = partsToTell(parts);
      return [happening, new Map([...parts].filter(([key]) => shown.has(key)))];
    }),
  );
}

async function wholes(queries: Queries, { of, month }: Question): Promise<Map<Happening, number>> {
  return manyOf(by(await selectDays(queries, of, withinMonth(month))), happenings);
}

function manyOf(rows: ReadonlyMap<Happening, ReadonlyMap<string, number>>, wanted: readonly Happening[]) {
  const sums = wanted.map((happening) => {
    const numbers = [...(rows.get(happening)?.values() ?? [])];
    return [happening, numbers.reduce((all, number) => all + number, 0)] as const;
  });
  return new Map(sums.filter(([, number]) => number >= FEWEST));
}

function by(rows: readonly NumberRow[]): Map<Happening, Map<string, number>> {
  const found = new Map<Happening, Map<string, number>>();
  for (const { happening, key, number } of rows)
    found.set(happening, (found.get(happening) ?? new Map()).set(key, number));
  return found;
}
