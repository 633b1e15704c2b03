import { markAction } from '../campaigns/tally.ts';
import type { Lang } from '../config/langs.ts';
import { consentText, controllerName } from '../consents/consent-texts.ts';
import { giveConsents } from '../consents/consents.ts';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import type { Action } from './action.ts';
import { kindOf } from './action-kind.ts';
import { joinCampaign, lockSupporter, setConfirmed, touchSupporter } from './action-queries.ts';

/**
 * Confirms an act: consents, letters and the count, all or nothing. Asked twice, at once or later, it happens once.
 * @param lang in which its holder read the consent that confirming gives
 * @returns false where there was nothing to confirm any more
 */
export function confirmAction(
  app: Pick<App, 'database' | 'settings' | 'handed'>,
  act: Action,
  lang: Lang,
  now = new Date(),
): Promise<boolean> {
  return app.database.transaction().execute(async (trx) => {
    if (!(await lockSupporter(trx, act.supporterKey))) return false;
    if (!(await setConfirmed(trx, act.supporterKey, act.id, now))) return false;
    await recordConsents(trx, act, lang, controllerName(app.settings), now);
    await touchSupporter(trx, act.supporterKey, now);
    const isNew = await joinCampaign(trx, { ...act, now });
    const letters = (await kindOf(app, act).confirm?.(trx, act, now, app.settings.TIME_ZONE)) ?? 0;
    await markAction(trx, { campaignId: act.campaignId, country: act.country, people: isNew ? 1 : 0, letters });
    return true;
  });
}

async function recordConsents(trx: Queries, act: Action, lang: Lang, controller: string, now: Date): Promise<void> {
  const given = { supporterKey: act.supporterKey, actionId: act.id, controller, givenAt: now };
  await giveConsents(trx, [
    { ...given, purpose: 'act', wording: consentText(lang, 'act', controller).id, lang },
    ...act.ticked.map(({ purpose, wording }) => ({ ...given, purpose, wording, lang: act.lang })),
  ]);
}
