import type { App } from '../app.ts';
import { sendAutomatic } from '../delivery/automatic-mail.ts';
import type { PostRoom } from '../delivery/post-room.ts';
import { words } from '../locales/words.ts';
import { links } from '../site/links.ts';
import { findAct } from '../supporters/act.ts';
import { sealLink } from '../supporters/mailed-link.ts';
import { addressOf } from '../supporters/writer.ts';
import { takeToAsk } from './letter-queries.ts';

/** When an office has had time to answer. */
export const ASK_AFTER_DAYS = 21;
const AT_ONCE = 500;

/** Asks each writer, once for all letters of an act, whether an answer came. @returns how many were asked */
export async function askForAnswers(app: App, post: PostRoom, now: Date): Promise<number> {
  const before = new Date(now.getTime() - ASK_AFTER_DAYS * 86_400_000);
  const acts = await takeToAsk(app.database, before, AT_ONCE);
  for (const { supporter_key, action_id } of acts) await ask(app, post, supporter_key, action_id);
  return acts.length;
}

async function ask(app: App, post: PostRoom, key: Buffer, actId: string): Promise<void> {
  const [act, to] = await Promise.all([findAct(app, key, actId), addressOf(app, key)]);
  if (!act || !to) return;
  const { t } = words(act.lang);
  const link = `${app.settings.PUBLIC_URL}${links.answer(act.lang, sealLink(app.keys, 'answer', key, actId))}`;
  const text = [t('letters.answer.mail.text'), link, t('letters.answer.mail.why')].join('\n\n');
  await sendAutomatic(app, post, { to, lang: act.lang, subject: t('letters.answer.mail.subject'), text });
}
