import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FreshDatabase } from '../../test/support/database.ts';
import { databaseOfEveryTable, everyRow, storeRow, tables } from '../../test/support/every-table.ts';
import type { Row } from '../../test/support/rows.ts';
import { refusedOf } from '../../test/support/tables.ts';

interface Rule {
  readonly name: string;
  readonly table: string;
  /** Takes the rule away. */
  readonly drop: string;
}

let fresh: FreshDatabase;
let client: pg.PoolClient;
let rules: readonly Rule[];
beforeAll(async () => {
  fresh = await databaseOfEveryTable();
  client = await fresh.pool.connect();
  const { rows } = await client.query<Rule>(`
    SELECT conname AS name, conrelid::regclass::text AS table,
      format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop
    FROM pg_constraint r WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'u') AND conrelid <> 0
      -- A key with more beside it is there for references that look at more.
      AND NOT (contype = 'u' AND EXISTS (SELECT 1 FROM pg_constraint p
        WHERE p.conrelid = r.conrelid AND p.contype = 'p' AND p.conkey <@ r.conkey))
      -- What is generated comes with its parent.
      AND conname <> 'channels_mailbox_fkey'
    UNION ALL
    SELECT i.indexrelid::regclass::text, i.indrelid::regclass::text, format('DROP INDEX %s', i.indexrelid::regclass)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND NOT i.indisprimary
      AND NOT EXISTS (SELECT 1 FROM pg_constraint u WHERE u.conindid = i.indexrelid AND u.contype = 'u') ORDER BY 1`);
  rules = rows;
});
afterAll(async () => {
  client.release();
  await fresh.drop();
});

/** @returns the rule that refused the row; undefined where it was stored */
async function store(table: string, row: Row): Promise<string | undefined> {
  await client.query('SAVEPOINT before');
  try {
    await storeRow(client, table, row);
    return undefined;
  } catch (error) {
    await client.query('ROLLBACK TO before');
    return (error as pg.DatabaseError).constraint ?? (error as Error).message;
  }
}

async function within<Result>(work: () => Promise<Result>, rule?: Rule): Promise<Result> {
  await client.query('BEGIN');
  try {
    for (const [table, row] of everyRow.filter(([table]) => !isAlone(table, rule)))
      expect([table, await store(table, row)]).toEqual([table, undefined]);
    return await work();
  } finally {
    await client.query('ROLLBACK');
  }
}

/** A table of one row at the most takes no other. */
const isAlone = (table: string, rule?: Rule) => table === 'found_with' && rule?.table === table;

const refused = refusedOf(tables);
const each = refused.map((one) => [one.rule, one.change, one] as const);

describe('each rule of the database', () => {
  it('has a row that it refuses', () => {
    const tried = new Set(refused.map(({ table, rule }) => `${table}: ${rule}`));
    expect([...tried].sort()).toEqual(rules.map(({ table, name }) => `${table}: ${name}`).sort());
  });

  it.each(each)('%s refuses a row that nothing else refuses: %j', async (name, _, { table, row }) => {
    const rule = rules.find((one) => one.name === name && one.table === table);
    if (!rule) throw new Error(`there is no rule ${name} of ${table}`);
    expect(await within(() => store(table, row), rule)).toBe(name);
    const without = await within(async () => {
      await client.query(rule.drop);
      return store(table, row);
    }, rule);
    expect(without).toBeUndefined();
  });

  it('is in force for what was stored before it too', async () => {
    const { rows } = await client.query('SELECT conname FROM pg_constraint WHERE NOT convalidated');
    expect(rows).toEqual([]);
  });
});
