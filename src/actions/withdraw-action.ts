import { markAction } from '../campaigns/tally.ts';
import { withdrawConsents } from '../consents/consents.ts';
import type { App } from '../http/app.ts';
import type { Action } from './action.ts';
import { kindOf } from './action-kind.ts';
import { leaveCampaign, lockSupporter, setWithdrawn } from './action-queries.ts';

/**
 * Takes a confirmed act back: letters that have not begun to leave are not sent, what was agreed to with it ends, and who has nothing else
 * in the campaign is no longer counted.
 */
export function withdrawAction(app: Pick<App, 'database' | 'handed'>, act: Action, now = new Date()): Promise<boolean> {
  const kind = kindOf(app, act);
  return app.database.transaction().execute(async (trx) => {
    if (!(await lockSupporter(trx, act.supporterKey))) return false;
    await kind.hold?.(trx, act);
    if (!(await setWithdrawn(trx, act.supporterKey, act.id))) return false;
    const letters = (await kind.withdraw?.(trx, act)) ?? 0;
    await withdrawConsents(trx, { supporterKey: act.supporterKey, actionId: act.id }, now);
    const country = await leaveCampaign(trx, act.supporterKey, act.campaignId);
    await markAction(trx, { campaignId: act.campaignId, country: act.country, people: 0, letters: 0 - letters });
    if (country) await markAction(trx, { campaignId: act.campaignId, country, people: -1, letters: 0 });
    return true;
  });
}
