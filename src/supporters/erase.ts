import { sql } from 'kysely';
import { lockSupporter } from '../actions/people.ts';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { eraseReturned } from '../mail/returned-mails.ts';

/** Every table of this room that knows a supporter by key; a test holds all rooms to the schema. Acts first, before what hangs on them: no two can deadlock. */
const tables = ['actions', 'consents', 'campaign_supporters', 'set_aside'] as const;

type Erasing = Pick<App, 'database' | 'handed'>;

/**
 * Deletes everything that is held of one supporter (GDPR art. 17). Who was counted is counted no longer, so that erasing and joining
 * again counts once; the counts themselves keep no trace of a person.
 * @returns whether there was anything
 */
export async function eraseSupporter(app: Erasing, key: Buffer): Promise<boolean> {
  return (await eraseEverything(app, key)) !== undefined;
}

/** As `eraseSupporter`. @returns how many letters were leaving at that moment and may arrive; undefined where nothing was held */
export function eraseEverything(app: Erasing, key: Buffer): Promise<{ readonly leaving: number } | undefined> {
  const { personalData } = app.handed;
  return app.database.transaction().execute(async (trx) => {
    if (!(await lockSupporter(trx, key))) return undefined;
    let leaving = 0;
    for (const { beforeErased } of personalData) leaving += (await beforeErased?.(trx, key)) ?? 0;
    await takeOutOfCounts(trx, key);
    await eraseReturned(trx, await returnPathsOf(trx, key));
    for (const table of tables) await trx.deleteFrom(table).where('supporter_key', '=', key).execute();
    for (const { erased } of personalData) await erased(trx, key);
    await trx.deleteFrom('supporters').where('key', '=', key).execute();
    return { leaving };
  });
}

/** The return paths of mails that asked somebody to confirm: what came back to them may hold their words. */
async function returnPathsOf(trx: Queries, key: Buffer): Promise<Buffer[]> {
  const { rows } = await sql<{ bounce_id: Buffer }>`
    SELECT bounce_id FROM actions WHERE supporter_key = ${key} AND bounce_id IS NOT NULL`.execute(trx);
  return rows.map(({ bounce_id }) => bounce_id);
}

async function takeOutOfCounts(trx: Queries, key: Buffer): Promise<void> {
  await sql`
    INSERT INTO tally_marks (campaign_id, country, people, letters)
      SELECT campaign_id, country, -1, 0 FROM campaign_supporters WHERE supporter_key = ${key}`.execute(trx);
}
