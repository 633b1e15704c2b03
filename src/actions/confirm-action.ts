import { campaignOfAction } from '../campaigns/campaigns.ts';
import { markAction } from '../campaigns/tally.ts';
import type { Lang } from '../config/langs.ts';
import { consentText } from '../consents/consent-texts.ts';
import { giveConsents } from '../consents/consents.ts';
import { isTried } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import type { Action } from './action.ts';
import { kindOf } from './action-kind.ts';
import { joinCampaign, lockSupporter, setConfirmed, touchSupporter } from './action-queries.ts';

/**
 * Confirms an action: consents, letters and the count, all or nothing. Asked twice, at once or later, it happens once.
 * @param lang in which its holder read the consent that confirming gives
 * @returns false where there was nothing to confirm any more, or the campaign is not open, not to be seen, or another controller's now
 */
export async function confirmAction(
  app: Pick<App, 'database' | 'settings' | 'handed'>,
  action: Action,
  lang: Lang,
  now = new Date(),
): Promise<boolean> {
  const campaign = await campaignOfAction(app.database, action, lang);
  if (campaign?.state !== 'open' || campaign.langs.length === 0 || campaign.controller.id !== action.controllerId)
    return false;
  const { name } = campaign.controller;
  return app.database.transaction().execute(async (trx) => {
    if (!(await lockSupporter(trx, action.supporterKey))) return false;
    if (!(await setConfirmed(trx, action.supporterKey, action.id, now))) return false;
    await recordConsents(trx, action, lang, name, now);
    await touchSupporter(trx, action.supporterKey, now);
    const isNew = await joinCampaign(trx, { ...action, now });
    const letters = (await kindOf(app, action).confirm?.(trx, action, now, app.settings.TIME_ZONE)) ?? 0;
    await markAction(trx, { ...action, people: isNew ? 1 : 0, letters, tried: isTried(action) });
    return true;
  });
}

async function recordConsents(trx: Queries, action: Action, lang: Lang, name: string, now: Date): Promise<void> {
  const { supporterKey, id, controllerId } = action;
  const given = { supporterKey, actionId: id, controllerId, controller: name, givenAt: now };
  await giveConsents(trx, [
    { ...given, purpose: 'act', text: consentText(lang, 'act', name) },
    ...action.ticked.map(({ purpose, controller = name, wording: textId, words }) => ({
      ...given,
      purpose,
      controller,
      text: { id: textId, lang: action.lang, words },
    })),
  ]);
}
