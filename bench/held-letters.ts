import pg from 'pg';
import { sayLine } from '../bin/lifecycle.ts';
import { SYSTEM } from '../src/actors/actors.ts';
import { closePool, type Database, openDatabase, openPool } from '../src/database/database.ts';
import {
  type HeldFilter,
  selectAsksOfHeld,
  selectHeldSlice,
  selectNextHeld,
  selectStatesOfHeld,
} from '../src/letters/held/held-queries.ts';
import { countHeld } from '../src/letters/review.ts';
import { ofHundred } from './rate.ts';
import type { Row } from './table.ts';

const HELD = 100_000;
const TIMES = 100;
/** Of these the first warm it up. */
const WARM_UP = 5;
/** For each question; one that takes long is asked less often. */
const SECONDS = 5;

/** Letters that wait for a look: most in English from Kenya, every hundredth in French, the last twenty in Arabic from France. */
async function fill(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  await client.connect();
  await client.query('TRUNCATE supporters CASCADE');
  await client.query(
    `INSERT INTO supporters (key, address_sealed) SELECT decode(md5('s' || i), 'hex'), decode(repeat(md5('a' || i), 2), 'hex')
      FROM generate_series(1, ${HELD}) i`,
  );
  await client.query(`INSERT INTO actions (supporter_key, id, campaign_id, controller_id, kind, lang, country, details_sealed,
    state, confirmed_at, mail_state, bounce_id, created_at, expires_at, mail_due_at)
    SELECT decode(md5('s' || i), 'hex'), new_id(), c.id, c.controller_id, 'letter',
      CASE WHEN i > ${HELD - 20} THEN 'ar' WHEN i % 100 = 0 THEN 'fr' ELSE 'en' END, CASE WHEN i > ${HELD - 20} THEN 'FRA' ELSE 'KEN' END,
      decode(repeat(md5('d' || i), 3), 'hex'), 'confirmed', now(), 'sent', substring(decode(md5('b' || i), 'hex') FROM 1 FOR 10),
      now() - make_interval(secs => ${HELD} - i), now(), now()
    FROM generate_series(1, ${HELD}) i, campaigns c WHERE c.slug = 'united-by-common-bonds'`);
  await client.query(`INSERT INTO letters (supporter_key, id, action_id, campaign_id, ask_id, representative_id, channel_id, state,
    text_sealed, held_because, created_at, confirmed_at)
    SELECT a.supporter_key, new_id(), a.id, a.campaign_id,
      (SELECT id FROM asks k WHERE k.campaign_id = a.campaign_id
        ORDER BY k.slug <> CASE WHEN a.lang = 'ar' THEN 'join' ELSE 'general' END LIMIT 1),
      gen_random_uuid(), (SELECT id FROM channels LIMIT 1), 'held', decode(repeat(md5(a.id::text), 60), 'hex'),
      CASE WHEN a.lang = 'ar' THEN 'threat' ELSE 'link' END, a.created_at, a.created_at
    FROM actions a`);
  await client.query(`INSERT INTO held_letters (supporter_key, letter_id, lang)
    SELECT l.supporter_key, l.id, a.lang FROM letters l JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id`);
  await client.query('VACUUM ANALYZE supporters, actions, letters, held_letters');
  await client.end();
}

async function timed(what: string, ask: () => Promise<unknown>): Promise<Row> {
  const times: number[] = [];
  const until = performance.now() + SECONDS * 1_000;
  for (let at = 0; at < TIMES + WARM_UP && (at < 2 * WARM_UP || performance.now() < until); at += 1) {
    const began = performance.now();
    await ask();
    if (at >= WARM_UP) times.push(performance.now() - began);
  }
  const [half, most] = [ofHundred(times, 50), ofHundred(times, 95)].map((time) => time.toFixed(1));
  sayLine(`${what}: ${most} ms`);
  return {
    what: `held letters, ${HELD.toLocaleString('en')} of them: ${what}`,
    measured: `${most} ms at the 95th percentile`,
    beside: `half within ${half} ms`,
    target: '≤ 50 ms',
  };
}

/** What a page of the queue asks the database, first and far behind, with filters that fit many, few or none. */
export async function heldLetters(databaseUrl: string): Promise<Row[]> {
  await fill(databaseUrl);
  const pool = openPool(databaseUrl, 2);
  const database = openDatabase(pool);
  try {
    const { rows } = await pool.query<{ ask_id: string; id: string; at: string }>(
      `SELECT ask_id, id, to_char(confirmed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at FROM letters
        ORDER BY confirmed_at, id OFFSET ${HELD / 2} LIMIT 1`,
    );
    const [middle] = rows;
    const last = await pool.query<{ ask_id: string }>('SELECT ask_id FROM letters ORDER BY confirmed_at DESC LIMIT 1');
    const cases: readonly (readonly [string, HeldFilter])[] = [
      ['all', {}],
      ['in a language that many are in', { lang: 'en' }],
      ['in a language that few are in', { lang: 'ar' }],
      ['in a language that none is in', { lang: 'es' }],
      ['from a state with few', { state: 'FRA' }],
      ['from a state with none', { state: 'ITA' }],
      ['held for a reason that few are', { why: 'threat' }],
      ['held for a reason that none is', { why: 'restored' }],
      ['of an ask with few', { ask: last.rows[0]?.ask_id }],
      ['of an ask with none', { ask: middle?.id }],
      ['by language and state, none', { lang: 'fr', state: 'FRA' }],
    ];
    const all: Row[] = [];
    for (const [what, filter] of cases) all.push(await timed(what, () => slice(database, filter)));
    const from = { value: middle?.at ?? '', id: middle?.id ?? '', back: false };
    all.push(
      await timed('far behind', () => selectHeldSlice(database, {}, { descending: false, limit: 51, from })),
      await timed('which asks are offered', () => selectAsksOfHeld(database, 5_000)),
      await timed('which states are offered', () => selectStatesOfHeld(database, 5_000)),
      await timed('the next for somebody', () => selectNextHeld(database, SYSTEM)),
      await timed('how many wait', () => countHeld(database)),
    );
    return all;
  } finally {
    await closePool(pool);
  }
}

function slice(database: Database, filter: HeldFilter) {
  return selectHeldSlice(database, filter, { descending: false, limit: 51 });
}
