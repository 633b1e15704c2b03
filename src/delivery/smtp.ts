import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { HandOver, MailTransport, Message } from './mail.ts';
import { relayOptions } from './relay-options.ts';
import { type SmtpFailure, whatItMeans } from './smtp-replies.ts';

/** Milliseconds; the last is how long a server may think about a body. */
export interface Patience {
  readonly connect: number;
  readonly greeting: number;
  readonly answer: number;
}

const PATIENCE: Patience = { connect: 20_000, greeting: 30_000, answer: 120_000 };
const MOST_IDLE = 10;
const MESSAGES_PER_CONNECTION = 200;

interface Open {
  readonly connection: SMTPConnection;
  used: number;
}

/** Hands messages to the operator's relay over few, reused connections (RFC 5321). */
export function smtpTransport(url: string, patience: Patience = PATIENCE): MailTransport {
  const idle: Open[] = [];
  const send = async (message: Message, beforeBody: () => Promise<boolean> = async () => true): Promise<HandOver> => {
    let open: Open;
    try {
      open = idle.pop() ?? { connection: await connect(url, patience), used: 0 };
    } catch (error) {
      return { outcome: 'deferred', reply: whatItMeans(error as SmtpFailure).reply, ours: true };
    }
    const result = await handOver(open.connection, message, beforeBody);
    open.used += 1;
    const reusable = result.outcome === 'accepted' && open.used < MESSAGES_PER_CONNECTION && idle.length < MOST_IDLE;
    if (reusable && !open.connection.destroyed) idle.push(open);
    else open.connection.close();
    return result;
  };
  return {
    send,
    close: async () => {
      for (const { connection } of idle.splice(0)) connection.quit();
    },
  };
}

async function connect(url: string, patience: Patience): Promise<SMTPConnection> {
  const { auth, ...options } = relayOptions(url);
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.answer,
    socketCloseTimeout: 0,
  });
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  if (auth)
    await new Promise<void>((resolve, reject) =>
      connection.login(auth, (error) => (error ? reject(error) : resolve())),
    );
  // An idle connection that the server closes is noticed at its next use.
  connection.on('error', () => {});
  return connection;
}

/** The doubtful moment is between the first byte of the body and the server's last word: see docs/decisions/0003. */
async function handOver(
  connection: SMTPConnection,
  message: Message,
  beforeBody: () => Promise<boolean>,
): Promise<HandOver> {
  const body = new GuardedBody(message.bytes, beforeBody);
  try {
    const { response } = await new Promise<{ response: string }>((resolve, reject) => {
      const envelope = { from: message.returnPath, to: [message.to], size: message.bytes.length };
      connection.send(envelope, body, (error, info) => (error ? reject(error) : resolve(info)));
    });
    return { outcome: 'accepted', reply: response };
  } catch (error) {
    if (body.forbidden) return { outcome: 'abandoned' };
    return afterFailure(error as SmtpFailure, body.begun);
  } finally {
    body.destroy();
  }
}

function afterFailure(failure: SmtpFailure, begun: boolean): HandOver {
  const { permanent, temporary, meaning, reply } = whatItMeans(failure);
  // Our relay keeps us out: the letter waits until that is mended.
  if (meaning === 'ours') return { outcome: 'deferred', reply, ours: true };
  if (permanent) return { outcome: 'refused', reply, meaning };
  if (temporary) return { outcome: 'deferred', reply, ours: false };
  return begun ? { outcome: 'unknown', reply } : { outcome: 'deferred', reply, ours: true };
}

/** The message's bytes, given out only once the server waits for them (after its 354) and `beforeBody` has agreed. */
class GuardedBody extends Readable {
  begun = false;
  forbidden = false;
  readonly #bytes: Buffer;
  readonly #beforeBody: () => Promise<boolean>;

  constructor(bytes: Buffer, beforeBody: () => Promise<boolean>) {
    super();
    this.#bytes = bytes;
    this.#beforeBody = beforeBody;
  }

  override _read(): void {
    if (this.begun) return;
    this.#beforeBody().then(
      (agreed) => (agreed ? this.#give() : this.#forbid()),
      () => this.#forbid(),
    );
  }

  #give(): void {
    this.begun = true;
    this.push(this.#bytes);
    this.push(null);
  }

  #forbid(): void {
    this.forbidden = true;
    this.destroy(new Error('not to be sent'));
  }
}
