import { takeMail } from '../actions/mail-allowance.ts';
import { addressOf } from '../actions/writer.ts';
import { isLang } from '../config/langs.ts';
import { whoRunsSite } from '../controllers/who-answers.ts';
import type { App } from '../http/app.ts';
import { sendAutomatic } from '../mail/automatic-mail.ts';
import type { MailGateway } from '../mail/mail-gateway.ts';
import { newBounceId } from '../mail/return-path.ts';
import { sealLink } from '../sealing/mailed-link.ts';
import { supporterAddresses } from './addresses.ts';
import { dataLinkMail } from './mails/data-link-mail.ts';

declare module '../sealing/mailed-link.ts' {
  interface LinkPurposes {
    'my-data': true;
  }
}

declare module '../work/enqueue.ts' {
  interface Tasks {
    'mail-data-link': { key: string; lang: string };
  }
}

/** The link's id stands for no action: it opens everything of one supporter. */
const EVERYTHING = '00000000-0000-0000-0000-000000000000';

/**
 * Mails a freshly made link to somebody's own data; nothing, where nothing is held, or one left within the hour.
 * @throws where the mail could not leave for now, so that the job is tried again
 */
export async function mailDataLink(
  app: App,
  post: MailGateway,
  payload: { key: string; lang: string },
  now = new Date(),
): Promise<void> {
  const key = Buffer.from(payload.key, 'hex');
  const lang = isLang(payload.lang) ? payload.lang : 'en';
  const to = await addressOf(app, key);
  const allowance = to && (await takeMail(app, app.database, 'data-link', to, now));
  if (!to || !allowance) return;
  const link = `${app.settings.PUBLIC_URL}${supporterAddresses.myDataOpened(lang, sealLink(app.keys, 'my-data', key, EVERYTHING, now))}`;
  const mail = dataLinkMail(lang, link, whoRunsSite(lang, app.settings.operator));
  const result = await sendAutomatic(app, post, { to, lang, ...mail }, newBounceId());
  if (result.outcome !== 'deferred') return;
  await allowance.giveBack();
  throw new Error('the mail with a link to somebody’s data was deferred');
}
