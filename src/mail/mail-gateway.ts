import { whyMailStays } from '../config/mail-stays.ts';
import type { Settings } from '../config/settings.ts';
import type { App } from '../http/app.ts';
import { isReserved } from '../text/reserved-domain.ts';
import { Lanes } from '../work/lanes.ts';
import type { Timeouts } from './conversation.ts';
import type { HandOver, Mail, MailTransport, Message } from './mail.ts';
import { messageMaker } from './mail.ts';
import { keepInOutbox } from './outbox.ts';
import { RelayBreaker } from './relay-breaker.ts';
import type { SaidHere } from './said-here.ts';
import { smtpTransport } from './smtp.ts';

/** Where mail goes out, by which way, and as what. */
export interface MailGateway {
  /** @param returnPath the envelope sender */
  compose(mail: Mail, returnPath: string): Promise<Message>;
  send: MailTransport['send'];
  /** How many mails may be handed over at once just now: 0 while our relay keeps us out. */
  workers(): number;
  close(): Promise<void>;
}

/** Whether a mail may leave this machine at all. */
export type MayLeave = (address: string) => boolean;

/** Tests alone give other rules. */
export interface PostRules {
  /** To whom mail may leave: to write to a server of their own. */
  readonly mayLeave?: MayLeave | undefined;
  readonly timeouts?: Timeouts | undefined;
  /** Milliseconds for which sending stops when our relay first keeps us out. */
  readonly firstPause?: number | undefined;
}

export function openMailGateway(
  app: Pick<App, 'settings' | 'database' | 'keys' | 'log'>,
  rules: MayLeave | PostRules = {},
): MailGateway {
  const {
    mayLeave = mayBeSomebodys(app.settings),
    timeouts,
    firstPause,
  } = typeof rules === 'function' ? { mayLeave: rules } : rules;
  const { SMTP_URL, operator } = app.settings;
  const outside = SMTP_URL && operator ? smtpTransport(SMTP_URL, timeouts) : undefined;
  const breaker = new RelayBreaker(app, firstPause);
  const sendOutside = outside && throughBreaker(outside.send, breaker);
  return {
    compose: messageMaker(app.settings),
    send: (message, beforeBody) =>
      sendOutside && mayLeave(message.to) ? sendOutside(message, beforeBody) : keep(app, message, beforeBody),
    workers: () => breaker.workers,
    close: async () => outside?.close(),
  };
}

function throughBreaker(send: MailTransport['send'], breaker: RelayBreaker): MailTransport['send'] {
  return async (message, beforeBody) => {
    const { closed } = breaker;
    if (closed) return closed;
    const result = await send(message, beforeBody);
    if (result.outcome !== 'abandoned') await breaker.note(result);
    return result;
  };
}

/**
 * The same, but for mails that are sent one by one, whoever wants it: no more than a lane holds are on their way to one receiving
 * domain at once.
 */
export function notCrowding(post: MailGateway): MailGateway {
  const lanes = new Lanes();
  const send: MailTransport['send'] = async (message, beforeBody) => {
    const lane = domainOf(message.to);
    if (!lanes.hasRoom(lane)) return { outcome: 'deferred', reply: 'no-reply' satisfies SaidHere, because: 'crowd' };
    const leave = lanes.enter(lane);
    return post.send(message, beforeBody).finally(leave);
  };
  return { ...post, send };
}

/** The receiving domain of an address, as domains are compared. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** None leaves to a domain that can be nobody's, or from one. */
function mayBeSomebodys(settings: Settings): MayLeave {
  const stays = whyMailStays(settings) !== undefined;
  return (address) => !stays && !isReserved(domainOf(address));
}

async function keep(
  app: Pick<App, 'database' | 'keys' | 'settings'>,
  message: Message,
  beforeBody?: () => Promise<boolean>,
): Promise<HandOver> {
  if (beforeBody && !(await beforeBody())) return { outcome: 'abandoned' };
  await keepInOutbox(app, message.bytes);
  return { outcome: 'accepted', reply: 'kept-here' satisfies SaidHere };
}
