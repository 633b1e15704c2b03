import type { App } from '../http/app.ts';
import type { MailGateway } from '../mail/mail-gateway.ts';
import { newBounceId, returnPathOf } from '../mail/return-path.ts';
import type { Tasks } from '../work/enqueue.ts';
import { copyMail } from './letter-mail.ts';
import { selectHandedOver } from './letter-queries.ts';
import { readyToSend } from './ready-to-send.ts';

declare module '../work/enqueue.ts' {
  interface Tasks {
    'mail-copy': { key: string; letter: string };
  }
}

/** Mails a writer the copy of a letter that has been handed over. @throws where it can't leave for now, so that it is tried again */
export async function mailCopy(app: App, post: MailGateway, payload: Tasks['mail-copy']): Promise<void> {
  const letter = await selectHandedOver(app.database, Buffer.from(payload.key, 'hex'), payload.letter);
  const ready = letter && (await readyToSend(app, letter));
  if (!ready) return;
  const message = await post.compose(
    copyMail(app, ready, new Date()),
    returnPathOf(app.keys, newBounceId(), app.settings.MAIL_DOMAIN),
  );
  const result = await post.send(message);
  if (result.outcome === 'deferred') throw new Error('the copy of a letter was deferred');
}
