import pg from 'pg';
import { sayLine } from '../bin/lifecycle.ts';
import { closePool, LONG_WORK, openDatabase, openPool } from '../src/database/database.ts';
import { countAnew, countHappenings } from '../src/statistics/count.ts';
import { happenings } from '../src/statistics/happenings.ts';
import { numbersToTell, tables } from '../src/statistics/numbers.ts';
import { selectFirstDay } from '../src/statistics/read-queries.ts';
import type { Row } from './table.ts';
import { timed } from './timed.ts';

const LETTERS = 10_000_000;
const DAYS = 3 * 365;
const COUNTED = 100_000;
const ZONE = 'Africa/Nairobi';

/**
 * The numbers of ten million letters over three years: every day from every state, in four languages, to every ask, each as often as its
 * part of the whole; all that can happen to them.
 */
async function fill(client: pg.Client): Promise<void> {
  await client.query('TRUNCATE statistics, statistics_counted, statistic_marks');
  await client.query(
    `INSERT INTO statistics (campaign_id, tried, happening, day, ask_id, country, lang, number)
      SELECT c.id, false, h, current_date - 1 - d, x.ask, x.country, x.lang,
        greatest(0, (${LETTERS / DAYS} * x.part * (0.5 + random()))::int)
      FROM campaigns c, generate_series(0, ${DAYS - 1}) d, unnest($1::text[]) h, LATERAL (
        SELECT NULL::uuid AS ask, NULL::text AS country, NULL::text AS lang, 1.0 AS part
        UNION ALL SELECT a.id, NULL, NULL, 0.2 FROM asks a WHERE a.campaign_id = c.id AND h LIKE 'letter-%'
        UNION ALL SELECT NULL, s.iso3, NULL, 1.0 / 195 FROM states s
        UNION ALL SELECT NULL, NULL, l, 0.25 FROM unnest('{en,fr,es,ar}'::text[]) l) x
      WHERE c.slug = 'united-by-common-bonds'`,
    [[...happenings]],
  );
  await client.query('INSERT INTO statistics_counted (counted_at, closed_on) VALUES (now(), current_date - 1)');
  await client.query('VACUUM ANALYZE statistics');
}

/** Letters as people write them, to be counted: their marks come with them. */
async function write(client: pg.Client): Promise<void> {
  await client.query('TRUNCATE supporters CASCADE; TRUNCATE statistic_marks');
  await client.query(
    `INSERT INTO supporters (key, address_sealed) SELECT decode(md5('s' || i), 'hex'), decode(repeat(md5('a' || i), 2), 'hex')
      FROM generate_series(1, ${COUNTED}) i`,
  );
  await client.query(`INSERT INTO actions (supporter_key, id, campaign_id, controller_id, kind, lang, country, details_sealed,
    state, confirmed_at, mail_state, bounce_id, created_at, expires_at, mail_due_at)
    SELECT decode(md5('s' || i), 'hex'), new_id(), c.id, c.controller_id, 'letter', 'en', codes.all[1 + i % 195],
      decode(repeat(md5('d' || i), 3), 'hex'), 'confirmed', now(), 'sent', substring(decode(md5('b' || i), 'hex') FROM 1 FOR 10),
      now(), now(), now()
    FROM generate_series(1, ${COUNTED}) i, campaigns c, (SELECT array_agg(iso3) AS all FROM states) codes
    WHERE c.slug = 'united-by-common-bonds'`);
  await client.query(`INSERT INTO letters (supporter_key, id, action_id, campaign_id, ask_id, representative_id, channel_id, state,
    text_sealed, created_at) SELECT a.supporter_key, new_id(), a.id, a.campaign_id,
      (SELECT id FROM asks k WHERE k.campaign_id = a.campaign_id ORDER BY slug LIMIT 1), gen_random_uuid(),
      (SELECT id FROM channels LIMIT 1),
      'unconfirmed', decode(repeat(md5(a.id::text), 60), 'hex'), a.created_at FROM actions a`);
  // Each is confirmed by itself.
  await client.query(`UPDATE letters SET state = 'waiting', confirmed_at = created_at, due_at = now()`);
}

async function seconds(work: () => Promise<unknown>): Promise<string> {
  const began = performance.now();
  await work();
  return ((performance.now() - began) / 1_000).toFixed(2);
}

/** What each table takes of the numbers of ten million letters, and counting a hundred thousand. */
export async function statistics(databaseUrl: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  await client.connect();
  const pool = openPool(databaseUrl, 2, LONG_WORK);
  const database = openDatabase(pool);
  try {
    await fill(client);
    const { rows: campaigns } = await client.query(`SELECT id FROM campaigns WHERE slug = 'united-by-common-bonds'`);
    const { rows: numbers } = await client.query(
      'SELECT count(*)::int AS count, current_date - 1 AS closed FROM statistics',
    );
    const closedOn = String(numbers[0]?.closed);
    const of = { campaign: String(campaigns[0]?.id), tried: false };
    sayLine(`${numbers[0]?.count.toLocaleString('en')} numbers`);
    const all: Row[] = [];
    const month = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 7);
    for (const table of tables)
      for (const [what, wanted] of [
        ['shown', happenings.slice(0, 1)],
        ['as a file', happenings],
      ] as const) {
        const look = async () => {
          await selectFirstDay(database, of);
          await numbersToTell(database, { of, table, month, wanted }, closedOn);
        };
        all.push(
          await timed(`statistics: by ${table}, ${what}`, `${LETTERS.toLocaleString('en')} letters`, '≤ 200 ms', look),
        );
      }
    await write(client);
    const marks = await client.query('SELECT count(*)::int AS count FROM statistic_marks');
    const counting = await seconds(() => countHappenings(database, ZONE));
    const anew = await seconds(() => countAnew(database, ZONE));
    const many = COUNTED.toLocaleString('en');
    all.push({
      what: `statistics: ${many} letters written and confirmed, counted`,
      measured: `${counting} s`,
      beside: `${Number(marks.rows[0]?.count).toLocaleString('en')} marks; anew from what stands ${anew} s`,
      target: '≤ 60 s, the time between two',
    });
    return all;
  } finally {
    await closePool(pool);
    await client.end();
  }
}
