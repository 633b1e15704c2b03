import type { Queries } from '../database/database.ts';
import { csvLines } from '../text/csv-lines.ts';
import { type Day, isDay } from '../text/partial-day.ts';
import { beginningOf, endOf, minuteIn, type TimeZone } from '../text/time-zone.ts';
import { type Entry, type Filter, selectEntrySlice } from './audit-queries.ts';

export type { Entry } from './audit-queries.ts';
export {
  countEntriesSince,
  selectEntries as latestEntries,
  selectEntry as auditEntry,
  selectEntrySlice as auditEntries,
} from './audit-queries.ts';

export const USAGE = `npm run audit -- [--who NAME] [--item "KIND NAME"] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--csv]
  what people changed, the latest first; KIND and NAME as an entry says them, such as "campaign united" or "state KEN"
  --from, --to: days of the organisation’s time zone, both counted; --csv: all that fit, for a spreadsheet`;

/** What an operator typed can't be done; the message says what can. */
export class WrongFilterError extends Error {
  override readonly name = 'WrongFilterError';
}

/** What an operator typed. */
export interface TypedFilter {
  readonly who?: string | undefined;
  readonly item?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** @throws WrongFilterError naming the option */
export function readFilter({ who, item, from, to }: TypedFilter, zone: TimeZone): Filter {
  const [itemKind, ...name] = item?.trim().split(' ') ?? [];
  if (item !== undefined && !itemKind)
    throw new WrongFilterError('--item: a kind and a name, such as "campaign united"');
  const [first, last] = [day('--from', from), day('--to', to)];
  if (first && last && first > last) throw new WrongFilterError('--from, --to: the first day comes after the last');
  return filterOf({ who: who?.trim(), itemKind, item: name.join(' ') || undefined, first, last }, zone);
}

/** Who did it, to what, on which days, of which both count. */
export interface Sought extends Pick<Filter, 'who' | 'itemKind' | 'item'> {
  readonly first?: Day | undefined;
  readonly last?: Day | undefined;
}

/** The same with the moments at which these days begin and end. */
export function filterOf({ first, last, ...sought }: Sought, zone: TimeZone): Filter {
  return {
    ...sought,
    from: first === undefined ? undefined : beginningOf(zone, first),
    before: last === undefined ? undefined : endOf(zone, last),
  };
}

function day(option: string, typed: string | undefined): string | undefined {
  if (typed !== undefined && !isDay(typed)) throw new WrongFilterError(`${option}: write a day as YYYY-MM-DD`);
  return typed;
}

const AT_ONCE = 1_000;

/** Every entry that fits, the latest first, read a thousand at a time. */
export async function* entriesThatFit(queries: Queries, filter: Filter, atOnce = AT_ONCE): AsyncGenerator<Entry> {
  let last: Entry | undefined;
  do {
    const from = last && { value: last.position, id: last.id, back: false };
    const page = await selectEntrySlice(queries, filter, { descending: true, limit: atOnce, from });
    yield* page;
    last = page.length === atOnce ? page.at(-1) : undefined;
  } while (last);
}

/** An entry on one line, and its reason on another. */
export function tellEntry({ made_at, who, operation, item_kind, item, because, ...entry }: Entry, zone: TimeZone) {
  const { made_from, before, after } = entry;
  const change = [before, after].map((fields) => (fields ? JSON.stringify(fields) : '')).filter(Boolean);
  const whence = made_from ? ` (${fromWords(made_from)})` : '';
  const reason = because ? `  because: ${because}` : '';
  return [
    `${minuteIn(zone, made_at)}  ${who}${whence}  ${operation}  ${item_kind} ${item}${reason}`,
    ...(change.length > 0 ? [`  ${change.join(' → ')}`] : []),
  ];
}

/** For people: command line; office, firefox linux. */
function fromWords(made_from: string): string {
  return made_from === 'machine' ? 'command line' : made_from.replace(' ', ', ');
}

const CSV_COLUMNS = [
  ...(['made_at', 'who', 'made_from', 'operation', 'item_kind', 'item'] as const),
  ...(['because', 'before', 'after'] as const),
] as const;

export const csvHead = `${CSV_COLUMNS.join(',')}\r\n`;

/** A line of the CSV. */
export function csvLine(entry: Entry): string {
  const { made_at, before, after, position: _, item_name: __, id: ___, ...texts } = entry;
  const json = (fields: Entry['before']) => (fields ? JSON.stringify(fields) : '');
  const row = { ...texts, made_at: made_at.toISOString(), before: json(before), after: json(after) };
  return csvLines([CSV_COLUMNS.map((column) => row[column])]);
}
