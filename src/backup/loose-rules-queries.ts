import pg from 'pg';

/** Constraints that old rows still break since an upgrade (migration 027), by their names. */
export async function looseRules(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint WHERE NOT convalidated AND connamespace = 'public'::regnamespace ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Fills tables whose old rows break some of the constraints; these hold for what is new afterwards, as before the backup. */
export async function fillLoosely(
  client: pg.Client,
  loose: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ of_table: string; name: string; rule: string }>(
    `SELECT conrelid::regclass::text AS of_table, conname AS name, pg_get_constraintdef(oid) AS rule FROM pg_constraint
    WHERE conname = ANY ($1) AND contype IN ('c', 'f') AND connamespace = 'public'::regnamespace`,
    [loose],
  );
  const named = rows.map((row) => ({ ...row, name: pg.escapeIdentifier(row.name) }));
  for (const { of_table, name } of named) await client.query(`ALTER TABLE ${of_table} DROP CONSTRAINT ${name}`);
  await fill();
  // What waits for the end of the transaction keeps a table from being altered.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  for (const { of_table, name, rule } of named)
    await client.query(`ALTER TABLE ${of_table} ADD CONSTRAINT ${name} ${rule} NOT VALID`);
}
