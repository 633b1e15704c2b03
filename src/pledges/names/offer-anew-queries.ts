import type pg from 'pg';

/** Whoever took a name back since a backup was made is named by it again: nobody is shown any before somebody has looked. */
export async function offerAnew(client: pg.Client): Promise<void> {
  await client.query(`UPDATE offered_names SET state = 'offered', since = offered_at WHERE state = 'shown'`);
}
