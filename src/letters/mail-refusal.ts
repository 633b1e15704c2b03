import { findAction } from '../actions/action.ts';
import { actionAddresses } from '../actions/addresses.ts';
import { writersAddress } from '../actions/writer.ts';
import { campaignName } from '../campaigns/campaigns.ts';
import { controllerOf } from '../controllers/controllers.ts';
import { whoAnswers } from '../controllers/who-answers.ts';
import type { App } from '../http/app.ts';
import { words } from '../locales/words.ts';
import { sendAutomatic } from '../mail/automatic-mail.ts';
import type { MailGateway } from '../mail/mail-gateway.ts';
import { namesOf } from '../representatives/find-representatives.ts';
import { sealLink } from '../sealing/mailed-link.ts';
import { today } from '../text/partial-day.ts';
import type { Tasks } from '../work/enqueue.ts';
import { selectRefusal } from './review-queries.ts';

declare module '../work/enqueue.ts' {
  interface Tasks {
    'mail-refusal': { key: string; letter: string };
  }
}

/**
 * Tells a writer that a letter did not leave: a person has read it and said why not, or its addressee has left office.
 * @throws where the mail can't leave for now
 */
export async function mailRefusal(app: App, post: MailGateway, payload: Tasks['mail-refusal']): Promise<void> {
  const key = Buffer.from(payload.key, 'hex');
  const refusal = await selectRefusal(app.database, key, payload.letter);
  const action = refusal && (await findAction(app, key, refusal.action_id));
  const to = action && (await writersAddress(app, action));
  if (!refusal || !action || !to) return;
  const { t } = words(action.lang);
  const names = await namesOf(app.database, action.lang, [refusal.representative_id], today(app.settings.TIME_ZONE));
  const why =
    refusal.state === 'left-office'
      ? [t('letters.status.left-office')]
      : [t('letters.refusal.text'), refusal.reason ?? '', t('letters.refusal.next')];
  const controller = await controllerOf(app.database, action.controllerId, action.lang);
  const text = [
    t('letters.write.to', { names: names.get(refusal.representative_id) ?? '' }),
    ...why,
    `${app.settings.PUBLIC_URL}${actionAddresses.status(action.lang, sealLink(app.keys, 'status', key, action.id))}`,
    whoAnswers(action.lang, controller, app.settings.operator),
  ].join('\n\n');
  const campaign = await campaignName(app.database, action.campaignId, action.lang);
  const subject = t('letters.refusal.subject', { campaign });
  const result = await sendAutomatic(app, post, { to, lang: action.lang, subject, text, controller });
  if (result.outcome === 'deferred') throw new Error('the mail about a refused letter was deferred');
}
