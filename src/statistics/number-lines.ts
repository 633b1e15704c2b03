import type { Queries } from '../database/database.ts';
import type { Choice } from './choice.ts';
import { type Happening, happenings } from './happenings.ts';
import { numbersToTell, type Shown } from './numbers.ts';

/**
 * A table with all that happened: a head, then a line for each thing of which any number is shown, at last the whole where it is. What is
 * not shown is empty.
 * @param names of things, where others know them by another name than their key
 */
export async function numberLines(
  queries: Queries,
  { of, table, month, counted }: Choice,
  names: ReadonlyMap<string, string> = new Map(),
): Promise<(string | number | null)[][]> {
  const shown = await numbersToTell(queries, { of, table, month, wanted: happenings }, counted?.closedOn ?? '');
  const keys = shown.rows.length > 0 ? shown.rows : keysOf(shown);
  return [
    [table, ...happenings],
    ...keys.map((key) => line(names.get(key) ?? key, (one) => shown.numbers.get(one)?.get(key))),
    ...(shown.whole.size > 0 ? [line('all', (one) => shown.whole.get(one))] : []),
  ];
}

function line(name: string, number: (one: Happening) => number | undefined): (string | number | null)[] {
  return [name, ...happenings.map((one) => number(one) ?? null)];
}

function keysOf({ numbers }: Shown): readonly string[] {
  return [...new Set([...numbers.values()].flatMap((of) => [...of.keys()]))].sort();
}
