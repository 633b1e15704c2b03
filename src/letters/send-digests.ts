import type { App } from '../app.ts';
import type { Mail } from '../delivery/mail.ts';
import type { PostRoom } from '../delivery/post-room.ts';
import { newBounceId, returnPathOf } from '../delivery/return-path.ts';
import { words } from '../locales/words.ts';
import { links } from '../site/links.ts';
import { nobody, sealLink } from '../supporters/mailed-link.ts';
import { newId } from '../supporters/new-id.ts';
import { readyToSend, record } from './deliver-letters.ts';
import type { ClaimedLetter } from './delivery-queries.ts';
import { beginDigest, claimDigest } from './digest-queries.ts';

/** Letters in one mail, so that it stays a mail that can be read. */
const MOST_IN_ONE = 100;

type Ready = NonNullable<Awaited<ReturnType<typeof readyToSend>>>;

/** Sends the mail of the day to each office that asked for one, by the same rule as single letters: at most once. */
export async function sendDigests(app: App, post: PostRoom): Promise<number> {
  let sent = 0;
  for (;;) {
    const letters = await claimDigest(app.database, newId(), MOST_IN_ONE);
    if (letters.length === 0) return sent;
    if (!(await sendOne(app, post, letters))) return sent;
    sent += 1;
  }
}

/** @returns false where our own way out is closed */
async function sendOne(app: App, post: PostRoom, letters: readonly ClaimedLetter[]): Promise<boolean> {
  const ready = (await Promise.all(letters.map((letter) => readyToSend(app, letter)))).filter(
    (one) => one !== undefined,
  );
  const [first] = ready;
  if (!first) return true;
  const bounceId = newBounceId();
  const message = await post.compose(
    digestMail(app, first, ready),
    returnPathOf(app.keys, bounceId, app.settings.MAIL_DOMAIN),
  );
  const result = await post.send(message, () => beginDigest(app.database, letters, bounceId));
  for (const letter of letters) await record(app, letter, result, new Date());
  return !(result.outcome === 'deferred' && result.ours);
}

function digestMail(app: App, first: Ready, ready: readonly Ready[]): Mail {
  const { lang } = first.text;
  const { t } = words(lang);
  const parts = ready.map(
    ({ text, writer }) =>
      `${writer.name}, ${writer.country} <${writer.address}>\n\n${quoted(`${text.subject}\n\n${text.body}`)}`,
  );
  const office = `${app.settings.PUBLIC_URL}${links.officeRequest(lang, sealLink(app.keys, 'office', nobody, first.channelId))}`;
  return {
    from: { name: first.campaign.name, address: `letters@${app.settings.MAIL_DOMAIN}` },
    to: first.to,
    subject: t('letters.digest.subject', { count: ready.length, campaign: first.campaign.name }),
    text: [t('letters.digest.intro'), ...parts, `${t('letters.mail.office')}\n${office}`].join('\n\n----------\n\n'),
    lang,
    at: new Date(),
    automatic: true,
  };
}

/** A writer's words stand behind marks, so that none of them can pass for another letter's head. */
function quoted(text: string): string {
  return text.replace(/^/gm, '> ');
}
