import type pg from 'pg';

/**
 * Rows of a function that outgrow the least working memory: PostgreSQL writes them to its disk for a moment, and nothing of ours changes.
 * @throws where the disk is full, or the database does not answer
 */
export async function writeToDisk(client: pg.ClientBase): Promise<void> {
  await client.query(`SELECT set_config('work_mem', '64kB', false)`);
  await client.query('SELECT count(*) FROM generate_series(1, 20000)');
}
