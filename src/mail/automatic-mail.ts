import type { Lang } from '../config/langs.ts';
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
}

/** Sends what the program says of itself: from the operator, marked as automatic (RFC 3834), its bounces coming back by `bounceId`. */
export async function sendAutomatic(
  app: App,
  post: MailGateway,
  mail: AutomaticMail,
  bounceId = newBounceId(),
): Promise<HandOver> {
  const { operator, MAIL_DOMAIN } = app.settings;
  const from = { name: operator?.name ?? words(mail.lang).t('site.name'), address: `letters@${MAIL_DOMAIN}` };
  const replyTo = operator && { replyTo: { name: operator.name, address: operator.email } };
  const message = await post.compose(
    { ...mail, from, ...replyTo, at: new Date(), automatic: true },
    returnPathOf(app.keys, bounceId, MAIL_DOMAIN),
  );
  return post.send(message);
}
