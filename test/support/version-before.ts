import type pg from 'pg';
import { everyRow, storeRow, tables } from './every-table.ts';

/** What a program may rest on in a database, a line each, and what it has to give for a row to be stored. */
export interface Shape {
  readonly offers: ReadonlySet<string>;
  readonly demands: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
}

const OURS = `'public'::regnamespace`;
/** Tables, and views of one table, through which a program reads and writes as it does by the table's own name. */
const NAMED = `SELECT c.oid, c.oid::regclass::text AS of_table, c.oid::regclass::text AS named FROM pg_class c
    WHERE c.relnamespace = ${OURS} AND c.relkind IN ('r', 'p')
  UNION ALL SELECT c.oid, c.oid::regclass::text, u.view_name FROM information_schema.view_table_usage u
    JOIN pg_class c ON c.oid = format('%I.%I', u.table_schema, u.table_name)::regclass
    JOIN information_schema.views v ON v.table_schema = u.view_schema AND v.table_name = u.view_name AND v.is_insertable_into = 'YES'
    WHERE u.view_schema = 'public'`;
const OFFERS = `
  WITH names AS (${NAMED})
  SELECT format('column %s.%s %s', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod)) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = ${OURS} AND c.relkind IN ('r', 'p', 'v') AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT format('function %s %s', p.oid::regprocedure, pg_get_function_result(p.oid)) FROM pg_proc p
    WHERE p.pronamespace = ${OURS}
  UNION ALL SELECT format('trigger %s on %s', tgname, n.named) FROM pg_trigger t JOIN names n ON n.oid = t.tgrelid WHERE NOT tgisinternal
  -- What ON CONFLICT needs.
  UNION ALL SELECT format('unique public.%s %s', n.named, substring(pg_get_indexdef(i.indexrelid) FROM ' (USING .*)$'))
    FROM pg_index i JOIN names n ON n.oid = i.indrelid WHERE i.indisunique`;
const DEMANDS = `
  SELECT format('%s.%s', a.attrelid::regclass, a.attname) AS line FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = ${OURS} AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull
      AND NOT a.atthasdef AND a.attidentity = ''`;
const COLUMNS = `SELECT table_name || '.' || column_name AS line FROM information_schema.columns WHERE table_schema = 'public'`;

/** The database as it stands, also within a transaction. */
export async function shapeOf(client: pg.ClientBase): Promise<Shape> {
  const lines = async (statement: string) =>
    new Set((await client.query<{ line: string }>(statement)).rows.map(({ line }) => line));
  return { offers: await lines(OFFERS), demands: await lines(DEMANDS), columns: await lines(COLUMNS) };
}

/**
 * What a migration did to a program that was made for the database as it was before: what is gone, what has to be given that it does not
 * know, and rows as it writes them that are refused. Leaves nothing behind.
 * @param client in a transaction in which the migration has run
 */
export async function brokenFor(before: Shape, client: pg.ClientBase): Promise<readonly string[]> {
  const after = await shapeOf(client);
  const tables = new Set([...before.columns].map((column) => column.split('.')[0]));
  const gone = [...before.offers].filter((line) => !after.offers.has(line)).map((line) => `gone: ${line}`);
  const demanded = [...after.demands]
    .filter((column) => !before.demands.has(column) && tables.has(column.split('.')[0]))
    .map((column) => `demanded: ${column}`);
  return [...gone, ...demanded, ...(await refused(before, client))];
}

async function refused(before: Shape, client: pg.ClientBase): Promise<string[]> {
  await client.query('SAVEPOINT stored');
  const all: string[] = [];
  const known = new Set([...before.columns].map((column) => column.split('.')[0]));
  for (const [name, row] of everyRow) {
    const table = known.has(name) ? name : (tables[name]?.formerName ?? name);
    const columns = Object.entries(row).filter(([column]) => before.columns.has(`${table}.${column}`));
    if (columns.length === 0) continue;
    await client.query('SAVEPOINT one');
    await storeRow(client, table, Object.fromEntries(columns)).catch(async (error: pg.DatabaseError) => {
      await client.query('ROLLBACK TO one');
      all.push(`refused: ${table} by ${error.constraint ?? error.message}`);
    });
  }
  await client.query('ROLLBACK TO stored');
  return all;
}
