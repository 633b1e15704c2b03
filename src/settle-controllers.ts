import { controllersOfCampaigns, passCampaigns } from './campaigns/controlled.ts';
import type { Settings } from './config/settings.ts';
import { storeConsentTexts } from './consents/store-consent-texts.ts';
import { DEMONSTRATION, OPERATOR } from './controllers/controllers.ts';
import { nameOperator, ownController } from './controllers/install.ts';
import type { Database } from './database/database.ts';
import { dropPages } from './http/invalidation.ts';

/**
 * At each start: calls the operator what the settings do, gives the installation's own campaigns to whom they name, and writes down the
 * words of every consent that is asked for.
 */
export async function settleControllers(database: Database, settings: Pick<Settings, 'operator'>): Promise<void> {
  await database.transaction().execute(async (trx) => {
    const renamed = await nameOperator(trx, settings);
    const own = ownController(settings);
    const passed = await passCampaigns(trx, own === OPERATOR ? DEMONSTRATION : OPERATOR, own);
    for (const controller of await controllersOfCampaigns(trx)) await storeConsentTexts(trx, controller);
    if (renamed || passed) await dropPages(trx, ['campaigns', 'site'], 'refresh');
  });
}
