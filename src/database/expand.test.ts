import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { type OldDatabase, oldDatabase } from '../../test/support/old-database.ts';
import { brokenFor, type Shape, shapeOf } from '../../test/support/version-before.ts';
import { root } from '../config/root.ts';
import { openPool } from './database.ts';
import { knownMigrations } from './migrate.ts';

/** The first that may run while the version before does (docs/decisions/0019-expand-then-contract.md). */
const FIRST = '040';

let fresh: FreshDatabase;
let old: OldDatabase;
beforeAll(async () => {
  [fresh, old] = await Promise.all([freshDatabase(), oldDatabase(FIRST)]);
});
afterAll(async () => {
  await fresh.drop();
  await old.drop();
});

async function rolledBack<Result>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    return await work(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** What a migration would do to the program that is made for the database of now. */
const breaks = (migration: string) =>
  rolledBack(fresh.pool, async (client) => {
    const before = await shapeOf(client);
    await client.query(migration);
    return brokenFor(before, client);
  });

describe('a migration beside which the version before can’t go on is found by what it does', () => {
  it.each([
    ['takes a column away', 'ALTER TABLE letters DROP COLUMN attempts CASCADE', 'gone: column letters.attempts'],
    ['renames one', 'ALTER TABLE letters RENAME reply TO said', 'gone: column letters.reply text'],
    ['renames a table', 'ALTER TABLE reviews RENAME TO looks', 'gone: column reviews.decision text'],
    [
      'changes a type',
      'ALTER TABLE outbox ALTER message_sealed TYPE text USING NULL',
      'gone: column outbox.message_sealed bytea',
    ],
    ['demands what is new', 'ALTER TABLE supporters ADD COLUMN spoken text NOT NULL', 'demanded: supporters.spoken'],
    ['demands what was left out', 'ALTER TABLE letters ALTER bounce_id SET NOT NULL', 'demanded: letters.bounce_id'],
    ['takes a default away', 'ALTER TABLE outbox ALTER created_at DROP DEFAULT', 'demanded: outbox.created_at'],
    ['takes a function away', 'DROP FUNCTION is_partial_day CASCADE', 'gone: function is_partial_day(text) boolean'],
    ['asks a function for more', 'ALTER FUNCTION is_partial_day RENAME TO is_day', 'gone: function is_partial_day'],
    ['takes a trigger away', 'DROP TRIGGER say_here ON letters', 'gone: trigger say_here on letters'],
    [
      'takes away what ON CONFLICT needs',
      'ALTER TABLE tallies DROP CONSTRAINT tallies_pkey CASCADE',
      'gone: unique public.tallies',
    ],
    [
      'refuses what was written',
      `ALTER TABLE reviews ADD CONSTRAINT no_release CHECK (decision <> 'released')`,
      'refused: reviews by no_release',
    ],
  ])('%s', async (_what, migration, told) => {
    const found = await breaks(migration);
    expect(found.filter((line) => line.startsWith(told))).not.toEqual([]);
  });

  it.each([
    'CREATE TABLE looks (id uuid PRIMARY KEY, decision text NOT NULL)',
    'ALTER TABLE letters ADD COLUMN seen_at timestamptz NULL',
    `ALTER TABLE letters ADD COLUMN tone text NOT NULL DEFAULT 'plain'`,
    'CREATE INDEX letters_by_tone ON letters (attempts)',
    'ALTER TABLE outbox ALTER message_sealed DROP NOT NULL',
    'ALTER TABLE letters ADD CONSTRAINT few_attempts CHECK (attempts < 1000)',
    'CREATE FUNCTION two() RETURNS int LANGUAGE sql RETURN 2',
  ])('and one that only adds is none: %s', async (migration) => {
    expect(await breaks(migration)).toEqual([]);
  });
});

describe('each migration from then on', () => {
  it('that says it expands takes nothing away, and one that contracts waits for a version that was released', async () => {
    const changelog = await readFile(join(root, 'CHANGELOG.md'), 'utf8');
    const released = [...changelog.matchAll(/^## (\d+\.\d+\.\d+) \(\d{4}-\d\d-\d\d\)$/gm)].map(
      ([, version]) => version,
    );
    const pool = openPool(old.url, 1);
    for (const name of (await knownMigrations()).filter((one) => one >= FIRST)) {
      const statements = await readFile(join(root, 'src/database/migrations', name), 'utf8');
      const [, since] = /^-- (?:expand|contract: unused since (\d+\.\d+\.\d+))\n/.exec(statements) ?? expect.fail(name);
      const before: Shape = await rolledBack(pool, shapeOf);
      await pool.query(statements);
      if (since) expect(released, name).toContain(since);
      else expect(await rolledBack(pool, (client) => brokenFor(before, client)), name).toEqual([]);
    }
    await pool.end();
  });
});
