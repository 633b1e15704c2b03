import type { App } from '../app.ts';
import { sendAutomatic } from '../delivery/automatic-mail.ts';
import type { PostRoom } from '../delivery/post-room.ts';
import { newBounceId } from '../delivery/return-path.ts';
import { isLang } from '../locales/langs.ts';
import { links } from '../site/links.ts';
import { forgetDataLink, takeDataLink } from './act-queries.ts';
import { sealLink } from './mailed-link.ts';
import { dataLinkMail } from './mails/data-link-mail.ts';
import { unseal } from './sealing.ts';

/** At most one such mail to one mailbox in this time, whoever asks. */
const PAUSE = 3_600_000;

/** The link's id stands for no act: it opens everything of one supporter. */
const EVERYTHING = '00000000-0000-0000-0000-000000000000';

/**
 * Mails a freshly made link to somebody's own data; nothing, where nothing is held, or one left within the hour.
 * @throws where the mail could not leave for now, so that the job is tried again
 */
export async function mailDataLink(
  app: App,
  post: PostRoom,
  payload: { key: string; lang: string },
  now = new Date(),
): Promise<void> {
  const key = Buffer.from(payload.key, 'hex');
  const lang = isLang(payload.lang) ? payload.lang : 'en';
  const sealed = await takeDataLink(app.database, key, now, new Date(now.getTime() - PAUSE));
  if (!sealed) return;
  const link = `${app.settings.PUBLIC_URL}${links.myDataOpened(lang, sealLink(app.keys, 'my-data', key, EVERYTHING, now))}`;
  const mail = dataLinkMail(lang, link, app.settings.operator?.name);
  const to = unseal(app.keys, 'supporters.address_sealed', [key], sealed);
  const result = await sendAutomatic(app, post, { to, lang, ...mail }, newBounceId());
  if (result.outcome !== 'deferred') return;
  await forgetDataLink(app.database, key);
  throw new Error('the mail with a link to somebody’s data was deferred');
}
