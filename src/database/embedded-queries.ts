import type pg from 'pg';

/** Makes our database where the server has none. @throws where it does not answer */
export async function makeDatabase(client: pg.Client): Promise<void> {
  const found = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'common_bonds'`);
  if (found.rowCount === 0) await client.query('CREATE DATABASE common_bonds');
}
