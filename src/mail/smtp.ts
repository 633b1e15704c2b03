import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Conversation, TIMEOUTS, type Timeouts } from './conversation.ts';
import { GuardedBody } from './guarded-body.ts';
import type { HandOver, MailTransport, Message } from './mail.ts';
import { relayOptions } from './relay-options.ts';
import { type SmtpFailure, whatItMeans } from './smtp-replies.ts';

const MOST_IDLE = 10;
const MESSAGES_PER_CONNECTION = 200;

interface Open {
  readonly connection: SMTPConnection;
  readonly conversation: Conversation;
  used: number;
}

/** Hands messages to the operator's relay over few, reused connections (RFC 5321). */
export function smtpTransport(url: string, timeouts: Timeouts = TIMEOUTS): MailTransport {
  const idle: Open[] = [];
  const send: MailTransport['send'] = async (message, beforeBody = async () => true) => {
    const reused = idle.pop();
    const first = reused && (await handOver(reused, message, beforeBody));
    // A server may end a connection on which nothing was asked for a while; that says nothing, and another one is tried.
    if (reused && first && !first.unheard) return keep(reused, first.result);
    reused?.connection.close();
    const opened = await open(url, timeouts);
    if ('outcome' in opened) return opened;
    return keep(opened, (await handOver(opened, message, beforeBody)).result);
  };
  const keep = (used: Open, result: HandOver): HandOver => {
    used.used += 1;
    const reusable = result.outcome === 'accepted' && used.used < MESSAGES_PER_CONNECTION && idle.length < MOST_IDLE;
    if (reusable && !used.connection.destroyed) idle.push(used);
    else used.connection.close();
    return result;
  };
  return {
    send,
    close: async () => {
      for (const { connection } of idle.splice(0)) connection.quit();
    },
  };
}

async function open(url: string, timeouts: Timeouts): Promise<Open | HandOver> {
  const { auth, ...options } = relayOptions(url);
  const conversation = new Conversation(timeouts);
  const connection = new SMTPConnection({
    ...options,
    // Conversation listens more closely; these only end what it did not.
    connectionTimeout: timeouts.connect + timeouts.greeting + 2 * timeouts.answer,
    greetingTimeout: timeouts.greeting + timeouts.answer,
    socketTimeout: 2 * Math.max(timeouts.answer, timeouts.body ?? 0),
    socketCloseTimeout: 0,
    logger: conversation.logger,
    transactionLog: true,
  });
  try {
    await conversation.listen(async () => {
      await connect(connection);
      if (auth) await logIn(connection, auth);
    });
  } catch (error) {
    connection.close();
    return { outcome: 'deferred', reply: whatItMeans(error as SmtpFailure).reply, because: 'relay' };
  }
  // An idle connection that the server closes is noticed at its next use.
  connection.on('error', () => {});
  return { connection, conversation, used: 0 };
}

function connect(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
}

function logIn(connection: SMTPConnection, auth: Parameters<SMTPConnection['login']>[0]): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.login(auth, (error) => (error ? reject(error) : resolve()));
  });
}

/** The doubtful moment is between the first byte of the body and the server's last word: see docs/decisions/0003. */
async function handOver(
  { connection, conversation }: Open,
  message: Message,
  beforeBody: () => Promise<boolean>,
): Promise<{ result: HandOver; unheard: boolean }> {
  const body = new GuardedBody(message.bytes, beforeBody, () => conversation.gaveBody());
  try {
    const { response } = await conversation.listen(
      () =>
        new Promise<{ response: string }>((resolve, reject) => {
          const envelope = { from: message.returnPath, to: [message.to], size: message.bytes.length };
          connection.send(envelope, body, (error, info) => (error ? reject(error) : resolve(info)));
        }),
    );
    return { result: { outcome: 'accepted', reply: response }, unheard: false };
  } catch (error) {
    if (body.forbidden) return { result: { outcome: 'abandoned' }, unheard: false };
    const failure = withCommand(error as SmtpFailure, conversation);
    const answered = failure.responseCode !== undefined && failure.responseCode !== 421;
    return { result: afterFailure(failure, body.begun), unheard: !answered && !concernsReceiver(failure) };
  } finally {
    body.destroy();
  }
}

/** A failure of the line says which command had no answer. */
function withCommand(failure: SmtpFailure, { awaited }: Conversation): SmtpFailure {
  const ofTheLine = !failure.command || failure.command === 'CONN' || failure.command === 'API';
  return ofTheLine ? Object.assign(failure, { command: awaited }) : failure;
}

/** Whether the relay had taken the letter's sender, so that what fails then is for this letter's receiver: others may still pass. */
function concernsReceiver({ command }: SmtpFailure): boolean {
  return /^(?:RCPT|DATA|BODY)/.test(command ?? '');
}

function afterFailure(failure: SmtpFailure, begun: boolean): HandOver {
  const { permanent, temporary, meaning, reply } = whatItMeans(failure);
  // Our relay keeps us out: the letter waits until that is mended.
  if (meaning === 'ours') return { outcome: 'deferred', reply, because: 'relay' };
  if (permanent && meaning !== 'for-now') return { outcome: 'refused', reply, meaning };
  if (permanent || temporary) return { outcome: 'deferred', reply, because: 'receiver' };
  if (begun) return { outcome: 'unknown', reply };
  return { outcome: 'deferred', reply, because: concernsReceiver(failure) ? 'receiver' : 'relay' };
}
