import { markAction } from '../campaigns/tally.ts';
import { withdrawConsents } from '../consents/consents.ts';
import { isTried } from '../controllers/controllers.ts';
import type { App } from '../http/app.ts';
import type { Action } from './action.ts';
import { kindOf } from './action-kind.ts';
import { leaveCampaign, lockSupporter, setWithdrawn } from './action-queries.ts';

/**
 * Takes a confirmed action back: letters that have not begun to leave are not sent, what was agreed to with it ends, and who has nothing
 * else in the campaign is no longer counted.
 */
export function withdrawAction(
  app: Pick<App, 'database' | 'handed'>,
  action: Action,
  now = new Date(),
): Promise<boolean> {
  const kind = kindOf(app, action);
  return app.database.transaction().execute(async (trx) => {
    if (!(await lockSupporter(trx, action.supporterKey))) return false;
    await kind.hold?.(trx, action);
    if (!(await setWithdrawn(trx, action.supporterKey, action.id))) return false;
    const letters = (await kind.withdraw?.(trx, action)) ?? 0;
    await withdrawConsents(trx, { supporterKey: action.supporterKey, actionId: action.id }, now);
    const country = await leaveCampaign(trx, action.supporterKey, action.campaignId);
    const { campaignId } = action;
    const tried = isTried(action);
    await markAction(trx, { campaignId, country: action.country, people: 0, letters: 0 - letters, tried });
    if (country) await markAction(trx, { campaignId, country, people: -1, letters: 0, tried });
    return true;
  });
}
