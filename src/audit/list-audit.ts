import { stringify } from 'csv-stringify/sync';
import type { Queries } from '../database/database.ts';
import { isDay } from '../text/partial-day.ts';
import { beginningOf, endOf, minuteIn, type TimeZone } from '../text/time-zone.ts';
import { type Entry, type Filter, selectEntries } from './audit-queries.ts';

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
  return {
    who: who?.trim(),
    itemKind,
    item: name.length > 0 ? name.join(' ') : undefined,
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
    const page = await selectEntries(queries, filter, atOnce, last);
    yield* page;
    last = page.length === atOnce ? page.at(-1) : undefined;
  } while (last);
}

/** An entry on one line, and its reason on another. */
export function tellEntry({ made_at, who, operation, item_kind, item, because, before, after }: Entry, zone: TimeZone) {
  const change = [before, after].map((fields) => (fields ? JSON.stringify(fields) : '')).filter(Boolean);
  return [
    `${minuteIn(zone, made_at)}  ${who}  ${operation}  ${item_kind} ${item}${because ? `  because: ${because}` : ''}`,
    ...(change.length > 0 ? [`  ${change.join(' → ')}`] : []),
  ];
}

const CSV_COLUMNS = ['made_at', 'who', 'operation', 'item_kind', 'item', 'because', 'before', 'after'] as const;

export const csvHead = `${CSV_COLUMNS.join(',')}\r\n`;

/** A line of the CSV (RFC 4180); what a spreadsheet would reckon as a formula is text. */
export function csvLine(entry: Entry): string {
  const { made_at, before, after, ...texts } = entry;
  const json = (fields: Entry['before']) => (fields ? JSON.stringify(fields) : '');
  const row = { ...texts, made_at: made_at.toISOString(), before: json(before), after: json(after) };
  return stringify([CSV_COLUMNS.map((column) => row[column])], { escape_formulas: true, record_delimiter: 'windows' });
}
