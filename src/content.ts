import { join } from 'node:path';
import { sql } from 'kysely';
import { loadCampaigns } from './campaigns/load-campaigns.ts';
import { root } from './config/root.ts';
import type { Database } from './database/database.ts';
import { loadOffices } from './representatives/load-offices.ts';
import { loadStates } from './states/load-states.ts';

/**
 * Loads content/ into an empty database, whole or not at all; from then on the database owns it.
 * @returns whether anything was loaded
 */
export async function loadContent(database: Database): Promise<boolean> {
  return database.transaction().execute(async (trx) => {
    await sql`LOCK TABLE campaigns IN EXCLUSIVE MODE`.execute(trx);
    const known = await trx.selectFrom('campaigns').select('id').limit(1).executeTakeFirst();
    if (known) return false;
    const states = await loadStates(trx, join(root, 'content/states'));
    await loadOffices(trx, states);
    await loadCampaigns(trx, join(root, 'content/campaigns'));
    return true;
  });
}
