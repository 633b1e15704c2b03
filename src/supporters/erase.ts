import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Queries } from '../database/database.ts';
import { eraseReturned } from '../delivery/returned-mails.ts';
import { holdLetters } from '../letters/withdraw-letters.ts';
import { lockSupporter } from './act-queries.ts';

/** Every table that knows a supporter by key; a test holds it to the schema. Acts before letters, as in `forget-queries.ts`: no two can deadlock. */
const tables = ['actions', 'letters', 'reviews', 'consents', 'campaign_supporters'] as const;

/**
 * Deletes everything that is held of one supporter (GDPR art. 17). Who was counted is counted no longer, so that erasing and joining
 * again counts once; the counts themselves keep no trace of a person.
 * @returns whether there was anything
 */
export async function eraseSupporter(app: Pick<App, 'database'>, key: Buffer): Promise<boolean> {
  return (await eraseEverything(app, key)) !== undefined;
}

/** As `eraseSupporter`. @returns how many letters were leaving at that moment and may arrive; undefined where nothing was held */
export function eraseEverything(
  app: Pick<App, 'database'>,
  key: Buffer,
): Promise<{ readonly leaving: number } | undefined> {
  return app.database.transaction().execute(async (trx) => {
    if (!(await lockSupporter(trx, key))) return undefined;
    const leaving = await holdLetters(trx, key);
    await takeOutOfCounts(trx, key);
    await eraseReturned(trx, await returnPathsOf(trx, key));
    for (const table of tables) await trx.deleteFrom(table).where('supporter_key', '=', key).execute();
    await trx.deleteFrom('supporters').where('key', '=', key).execute();
    return { leaving };
  });
}

/** The return paths of all mails that were sent for somebody: what came back to them may hold their words. */
async function returnPathsOf(trx: Queries, key: Buffer): Promise<Buffer[]> {
  const { rows } = await sql<{ bounce_id: Buffer }>`
    SELECT bounce_id FROM letters WHERE supporter_key = ${key} AND bounce_id IS NOT NULL
    UNION SELECT bounce_id FROM actions WHERE supporter_key = ${key} AND bounce_id IS NOT NULL`.execute(trx);
  return rows.map(({ bounce_id }) => bounce_id);
}

/** Letters that have not left our hands are now never sent; the others were, and stay counted. */
async function takeOutOfCounts(trx: Queries, key: Buffer): Promise<void> {
  await sql`
    INSERT INTO tally_marks (campaign_id, country, people, letters)
      SELECT campaign_id, country, -1, 0 FROM campaign_supporters WHERE supporter_key = ${key}
      UNION ALL
      SELECT l.campaign_id, a.country, 0, -1 FROM letters l JOIN actions a ON a.supporter_key = l.supporter_key AND a.id = l.action_id
        WHERE l.supporter_key = ${key} AND l.state IN ('held', 'waiting', 'claimed')`.execute(trx);
}
