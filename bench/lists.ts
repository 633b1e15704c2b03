import type pg from 'pg';
import { SYSTEM } from '../src/actors/actors.ts';
import { auditEntries } from '../src/audit/list-audit.ts';
import { closePool, type Database, openDatabase, openPool } from '../src/database/database.ts';
import type { Beginning, Slice } from '../src/database/slice.ts';
import { selectHeldSlice, selectNextHeld } from '../src/letters/held/held-queries.ts';
import { type HeldFilter, selectAsksOfHeld, selectStatesOfHeld } from '../src/letters/held/to-look-at-queries.ts';
import { countHeld } from '../src/letters/review.ts';
import { type AddresseeSort, selectAddresseeSlice } from '../src/representatives/addressee-list-queries.ts';
import { officesCalled } from '../src/representatives/find-representatives.ts';
import type { SoughtAddressees } from '../src/representatives/sought-queries.ts';
import { inOrderOfNames } from '../src/states/state-names.ts';
import { allStates } from '../src/states/states.ts';
import { fillAddressees, fillAudit, fillHeldLetters } from './filled-lists.ts';
import type { Row } from './table.ts';
import { timed } from './timed.ts';

/** Rows of each list. */
const LISTED = 1_000_000;
/** A page, and the row that says whether there are more. */
const LIMIT = 51;

type Questions = readonly (readonly [what: string, ask: () => Promise<unknown>])[];

/** What a page of each of the office's long lists asks the database, with filters that fit many, few or none, and far behind. */
export async function lists(databaseUrl: string): Promise<Row[]> {
  const pool = openPool(databaseUrl, 2);
  try {
    const database = openDatabase(pool);
    await fillHeldLetters(databaseUrl, LISTED);
    const held = await measured('held letters', await heldLetters(pool, database));
    await fillAddressees(databaseUrl, LISTED);
    const addressees = await measured('addressees', await addresseeQuestions(database));
    await fillAudit(databaseUrl, LISTED);
    return [...held, ...addressees, ...(await measured('audit', await auditQuestions(pool, database)))];
  } finally {
    await closePool(pool);
  }
}

async function measured(list: string, questions: Questions): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, ask] of questions)
    rows.push(await timed(`${list}: ${what}`, LISTED.toLocaleString('en'), '≤ 50 ms', ask));
  return rows;
}

const first = (descending: boolean, from?: Beginning): Slice => ({ descending, limit: LIMIT, from });

async function heldLetters(pool: pg.Pool, database: Database): Promise<Questions> {
  const { rows } = await pool.query<{ ask_id: string; id: string; at: string }>(
    `SELECT ask_id, id, to_char(confirmed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at FROM letters
      ORDER BY confirmed_at, id OFFSET ${LISTED / 2} LIMIT 1`,
  );
  const [middle] = rows;
  const last = await pool.query<{ ask_id: string; campaign_id: string }>(
    'SELECT ask_id, campaign_id FROM letters ORDER BY confirmed_at DESC LIMIT 1',
  );
  const [few] = last.rows;
  const filters: readonly (readonly [string, HeldFilter])[] = [
    ['all', {}],
    ['in a language that many are in', { lang: 'en' }],
    ['in a language that few are in', { lang: 'ar' }],
    ['in a language that none is in', { lang: 'es' }],
    ['from a state with many', { state: 'KEN' }],
    ['from a state with few', { state: 'FRA' }],
    ['from a state with none', { state: 'ITA' }],
    ['held for a reason that many are', { why: 'link' }],
    ['held for a reason that few are', { why: 'threat' }],
    ['held for a reason that none is', { why: 'restored' }],
    ['of a campaign', { ask: few?.campaign_id }],
    ['of an ask with many', { ask: middle?.ask_id }],
    ['of an ask with few', { ask: few?.ask_id }],
    ['by language and state, none', { lang: 'fr', state: 'FRA' }],
    ['by language, state, ask and reason, none', { lang: 'en', state: 'KEN', ask: few?.ask_id, why: 'link' }],
  ];
  const from = { value: middle?.at ?? '', id: middle?.id ?? '', back: false };
  return [
    ...filters.map(([what, filter]) => [what, () => selectHeldSlice(database, filter, first(false))] as const),
    ['far behind', () => selectHeldSlice(database, {}, first(false, from))],
    ['far behind, in a language that few are in', () => selectHeldSlice(database, { lang: 'ar' }, first(false, from))],
    ['which asks are offered', () => selectAsksOfHeld(database)],
    ['which states are offered', () => selectStatesOfHeld(database)],
    ['the next for somebody', () => selectNextHeld(database, SYSTEM)],
    ['how many wait', () => countHeld(database)],
  ];
}

async function addresseeQuestions(database: Database): Promise<Questions> {
  const codes = inOrderOfNames('en', await allStates(database)).map(({ state }) => state.iso3);
  const ask = (sought: Partial<SoughtAddressees>, sort: AddresseeSort, descending = false, from?: Beginning) => {
    const offices = sought.q === undefined ? [] : officesCalled('en', sought.q.split(/\s+/));
    const all = { q: undefined, states: undefined, office: undefined, mail: undefined, time: undefined };
    const search = { ...all, offices, on: '2026-03-02', ...sought };
    return () => selectAddresseeSlice(database, search, sort, first(descending, from), codes);
  };
  const filters: readonly (readonly [string, Partial<SoughtAddressees>])[] = [
    ['all', {}],
    ['of a state', { states: ['KEN'] }],
    ['of a state with few', { states: ['TUV'] }],
    ['of an office', { office: 'justice-minister' }],
    ['with an address', { mail: 'with' }],
    ['without one', { mail: 'without' }],
    ['paused', { mail: 'paused' }],
    ['in office', { time: 'in-office' }],
    ['to come', { time: 'to-come' }],
    ['who left', { time: 'ended' }],
    ['of an office, who left, none', { office: 'speaker-of-parliament', time: 'ended' }],
    ['called by what many are', { q: 'Somebody' }],
    ['called by what some are', { q: 'abc' }],
    ['called by what none is', { q: 'xqzw' }],
    ['called by two letters', { q: 'ab' }],
    ['by a source’s id', { q: 'B500000' }],
    ['by an address', { q: 'b500001@assemblyk.example' }],
    ['by the title of an office', { q: 'justice' }],
  ];
  const sorts = ['name', 'state', 'changed'] as const;
  const [middle] = await ask({ q: 'Somebody 80' }, 'name')();
  const [last] = await ask({}, 'state', true)();
  return [
    ...sorts.flatMap((sort) => filters.map(([what, one]) => [`${what}, by ${sort}`, ask(one, sort)] as const)),
    ['far behind, by name', ask({}, 'name', false, beginning(middle))],
    ['far behind, by state', ask({}, 'state', true, beginning(last))],
    ['the last changed', ask({}, 'changed', true)],
  ];
}

const beginning = (row: { readonly position: string; readonly id: string } | undefined) =>
  row && { value: row.position, id: row.id, back: false };

async function auditQuestions(pool: pg.Pool, database: Database): Promise<Questions> {
  const { rows } = await pool.query<{ item: string; at: Date }>(
    `SELECT item, made_at AS at FROM audit_entries ORDER BY made_at DESC OFFSET ${LISTED / 2} LIMIT 1`,
  );
  const { item = '', at } = rows[0] ?? {};
  const filters = {
    all: {},
    'by somebody with many': { who: 'Somebody 1' },
    'by somebody with few': { who: 'Somebody 5' },
    'by nobody': { who: 'Nobody' },
    'of a kind with many': { itemKind: 'letter' },
    'of a kind with few': { itemKind: 'campaign' },
    'of a kind with none': { itemKind: 'state' },
    'of one thing': { item },
    'of one thing and its kind': { item, itemKind: 'letter' },
    'by somebody, of a kind with none': { who: 'Somebody 1', itemKind: 'campaign' },
    'before a day': { before: at },
    'by somebody with few, before a day': { who: 'Somebody 5', before: at },
    'from a day to a day': { from: at, before: at && new Date(at.getTime() + 86_400_000) },
  } as const;
  return Object.entries(filters).map(([what, filter]) => [what, () => auditEntries(database, filter, first(true))]);
}
