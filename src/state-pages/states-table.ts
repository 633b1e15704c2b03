import { chosen, dayQuery, type Fields } from '../http/fields.ts';
import { groups, type Treaty, treaties } from '../states/shapes.ts';
import { type ShownStanding, shownStanding, shownStandings } from '../states/shown-standing.ts';
import type { StateRecord, TreatyAct, TreatyRecord } from '../states/treaty-record.ts';
import { standingAct } from '../states/treaty-standing.ts';
import type { Day } from '../text/partial-day.ts';

export interface StatesChoice {
  readonly group: string;
  readonly treaty: Treaty;
  readonly standing: string;
  readonly sort: 'name' | 'since' | 'standing';
  /** From 1 on; `all`: the whole table on one page. */
  readonly page: number | 'all';
}

export interface StateRow {
  readonly state: StateRecord;
  readonly name: string;
  readonly standing: ShownStanding;
  /** The act that made it so. */
  readonly since: TreatyAct | undefined;
}

/** What the table of states is chosen by, and the state that is looked for. */
export const statesQuery: Fields = {
  ...dayQuery,
  state: chosen(20),
  group: chosen(40),
  treaty: chosen(40),
  standing: chosen(40),
  sort: chosen(40),
  page: chosen(10),
};

/** Rows on one page of the table: as many as a phone scrolls through. */
export const PAGE = 50;

export const sorts = ['name', 'since', 'standing'] as const;

/** What was chosen, of an address; anything that is no choice is left out. */
export function readChoice(query: URLSearchParams): StatesChoice {
  const one = <Word extends string>(name: string, known: readonly Word[], fallback: Word): Word =>
    known.find((word) => word === query.get(name)) ?? fallback;
  return {
    group: one('group', ['', ...groups, 'none'], ''),
    treaty: one('treaty', treaties, 'rome-statute'),
    standing: one('standing', ['', ...shownStandings], ''),
    sort: one('sort', sorts, 'name'),
    page: readPage(query.get('page') ?? ''),
  };
}

function readPage(requested: string): StatesChoice['page'] {
  if (requested === 'all') return 'all';
  return /^[1-9]\d?$/.test(requested) ? Number(requested) : 1;
}

/** The part of the rows that a page shows, with how many pages there are; a page beyond the last is the last. */
export function pageOfRows<Row>(rows: readonly Row[], requested: StatesChoice['page']) {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  if (requested === 'all' || pages === 1) return { rows, pages, page: 'all' as const, first: 1 };
  const page = Math.min(requested, pages);
  const first = (page - 1) * PAGE;
  return { rows: rows.slice(first, first + PAGE), pages, page, first: first + 1 };
}

/** The rows of the table of states, chosen and in order. */
export function rowsFor(
  record: TreatyRecord,
  named: readonly { state: StateRecord; name: string }[],
  choice: StatesChoice,
  on: Day,
): StateRow[] {
  const rows = named
    .filter(({ state }) => choice.group === '' || (state.group ?? 'none') === choice.group)
    .map(({ state, name }) => ({
      state,
      name,
      standing: shownStanding(record, state, choice.treaty, on),
      since: standingAct(state, choice.treaty, on),
    }))
    .filter(({ standing }) => choice.standing === '' || standing === choice.standing);
  if (choice.sort === 'since')
    return rows.sort((a, b) => (a.since?.knownOn ?? '9').localeCompare(b.since?.knownOn ?? '9'));
  if (choice.sort === 'standing')
    return rows.sort((a, b) => shownStandings.indexOf(a.standing) - shownStandings.indexOf(b.standing));
  return rows;
}
