import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { type FrozenDatabase, freezable } from '../../test/support/frozen.ts';
import { closePool, LONG_WORK, openDatabase, openPool } from './database.ts';
import { isTransient } from './transient-errors.ts';

let fresh: FreshDatabase;
let way: FrozenDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  way = await freezable(fresh.url);
});
afterAll(async () => {
  await way.stop();
  await fresh.drop();
});

const pid = async (pool: pg.Pool): Promise<number> => (await pool.query('SELECT pg_backend_pid() AS pid')).rows[0].pid;
const failure = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => new Error('none'),
    (error) => error,
  );

describe('a database that is frozen', () => {
  const short = { connect: 1_500, statement: 200, query: 300 };

  it('keeps nobody waiting, and a connection with an answer outstanding is used by nobody else', async () => {
    const pool = openPool(way.url, 2, short);
    const database = openDatabase(pool);
    const before = await pid(pool);
    way.freeze();
    const asked = await Promise.all([
      failure(sql`SELECT 2`.execute(database)),
      failure(pool.query('SELECT 3')),
      failure(database.transaction().execute((trx) => sql`SELECT 4`.execute(trx))),
    ]);
    expect(asked.map((error) => [isTransient(error), error.message !== 'none'])).toEqual(asked.map(() => [true, true]));
    way.thaw();
    const after = [
      await pid(pool),
      (await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(database)).rows[0]?.pid,
    ];
    expect(after).toEqual([expect.any(Number), expect.any(Number)]);
    expect(after).not.toContain(before);
    await closePool(pool);
  });

  it('does not keep a process from ending', async () => {
    const pool = openPool(way.url, 2, short);
    await pool.query('SELECT 1');
    way.freeze();
    await closePool(pool);
    way.thaw();
  });
});

describe('a statement that takes too long', () => {
  it('is ended by the server first, and its connection goes on being used', async () => {
    const pool = openPool(fresh.url, 1, { connect: 5_000, statement: 50, query: 5_000 });
    expect(await failure(pool.query('SELECT pg_sleep(9)'))).toMatchObject({ code: '57014' });
    expect(isTransient(await failure(pool.query('SELECT pg_sleep(9)')))).toBe(true);
    const before = await pid(pool);
    await failure(sql`SELECT pg_sleep(9)`.execute(openDatabase(pool)));
    expect(await pid(pool)).toBe(before);
    await closePool(pool);
  });

  it('may take as long as it needs where it is long work', async () => {
    const [waiting, work] = [openPool(fresh.url, 1), openPool(fresh.url, 1, LONG_WORK)];
    const limits = await Promise.all(
      [waiting, work].map(async (pool) => (await pool.query('SHOW statement_timeout')).rows[0].statement_timeout),
    );
    expect(limits).toEqual(['10s', '1h']);
    await Promise.all([closePool(waiting), closePool(work)]);
  });
});

describe('a failure of the database', () => {
  it.each(['57P01', '57014', '53300', '53100', '08006', '40001', '40P01', '58030', '55P03', 'ECONNRESET', 'ENOENT'])(
    '%s passes',
    (code) => expect(isTransient(Object.assign(new Error('x'), { code }))).toBe(true),
  );

  it.each(['23505', '42P01', '22P02', 'XX000', 'ERR_INVALID_URL'])('%s is ours', (code) => {
    expect(isTransient(Object.assign(new Error('x'), { code }))).toBe(false);
  });
});
