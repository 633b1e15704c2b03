import type { App } from '../app.ts';
import type { HandOver, Mail, MailTransport, Message } from './mail.ts';
import { messageMaker } from './mail.ts';
import { keepInOutbox } from './outbox.ts';
import { smtpTransport } from './smtp.ts';

/** Names that can't be anybody's (RFC 2606, RFC 6761): mail to them never leaves, whatever the settings say. */
const RESERVED = /(^|\.)(example|test|invalid|localhost|example\.(com|net|org))$/i;

/** Where mail goes out, by which way, and as what. */
export interface PostRoom {
  /** @param returnPath the envelope sender */
  compose(mail: Mail, returnPath: string): Promise<Message>;
  send: MailTransport['send'];
  close(): Promise<void>;
}

/** Whether a mail may leave this machine at all. */
export type MayLeave = (address: string) => boolean;

/** @param mayLeave tests alone give another rule, to write to a server of their own */
export function openPostRoom(
  app: Pick<App, 'settings' | 'database' | 'keys'>,
  mayLeave: MayLeave = mayBeSomebodys,
): PostRoom {
  const { SMTP_URL, operator } = app.settings;
  const outside = SMTP_URL && operator ? smtpTransport(SMTP_URL) : undefined;
  const compose = messageMaker(app.settings);
  return {
    compose,
    send: (message, beforeBody) =>
      outside && mayLeave(message.to) ? outside.send(message, beforeBody) : keep(app, message, beforeBody),
    close: async () => outside?.close(),
  };
}

function mayBeSomebodys(address: string): boolean {
  return !RESERVED.test(address.slice(address.lastIndexOf('@') + 1));
}

/** Said of mail that never left, in place of a server's reply. */
export const KEPT_HERE = 'kept in the outbox of this machine';

async function keep(
  app: Pick<App, 'database' | 'keys'>,
  message: Message,
  beforeBody?: () => Promise<boolean>,
): Promise<HandOver> {
  if (beforeBody && !(await beforeBody())) return { outcome: 'abandoned' };
  await keepInOutbox(app, message.bytes);
  return { outcome: 'accepted', reply: KEPT_HERE };
}
