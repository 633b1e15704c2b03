import type { Lang } from '../config/langs.ts';
import type { Controller } from '../controllers/controllers.ts';
import { contactOf } from '../controllers/who-answers.ts';
import type { App } from '../http/app.ts';
import { words } from '../locales/words.ts';
import type { HandOver } from './mail.ts';
import type { MailGateway } from './mail-gateway.ts';
import { newBounceId, returnPathOf } from './return-path.ts';

export interface AutomaticMail {
  readonly to: string;
  readonly lang: Lang;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Of whose campaign it is; left out: the site's own. */
  readonly controller?: Controller;
}

/**
 * Sends what the program says of itself: in the name of whoever answers for it, marked as automatic (RFC 3834), its bounces coming back by
 * `bounceId`.
 */
export async function sendAutomatic(
  app: App,
  post: MailGateway,
  mail: AutomaticMail,
  bounceId = newBounceId(),
): Promise<HandOver> {
  const { operator, MAIL_DOMAIN } = app.settings;
  const { controller, ...said } = mail;
  const contact = controller ? contactOf(controller, operator) : operator;
  const from = { name: contact?.name ?? words(mail.lang).t('site.name'), address: `letters@${MAIL_DOMAIN}` };
  const replyTo = contact && { replyTo: { name: contact.name, address: contact.email } };
  const message = await post.compose(
    { ...said, from, ...replyTo, at: new Date(), automatic: true },
    returnPathOf(app.keys, bounceId, MAIL_DOMAIN),
  );
  return post.send(message);
}
