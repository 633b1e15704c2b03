import type { SmtpFailure } from './smtp-replies.ts';

/**
 * Milliseconds that the other side may be silent: until it is connected, before its greeting, before the answer to a command, and to a
 * body (as to a command where it is not said).
 */
export interface Timeouts {
  readonly connect: number;
  readonly greeting: number;
  readonly answer: number;
  readonly body?: number;
}

/**
 * Of RFC 5321 section 4.5.3.2, shortened where waiting costs a hand and gains nothing; a body is waited for, because its loss is for
 * good.
 */
export const TIMEOUTS: Timeouts = { connect: 20_000, greeting: 30_000, answer: 60_000, body: 180_000 };

const COMMANDS = /^(?:EHLO|HELO|STARTTLS|AUTH|MAIL|RCPT|DATA|RSET|QUIT)\b/;

/**
 * What is said on one connection: which command waits for its answer, and how long the other side has been silent. Told of it by
 * nodemailer's log.
 */
export class Conversation {
  readonly #timeouts: Timeouts;
  #unanswered: string[] = ['CONNECT'];
  #timer: NodeJS.Timeout | undefined;
  #fail: (failure: SmtpFailure) => void = () => {};

  constructor(timeouts: Timeouts) {
    this.#timeouts = timeouts;
  }

  /** In the form that nodemailer wants; nothing of it is written anywhere. */
  readonly logger = {
    debug: ({ tnx }: { tnx?: string }, line?: unknown) => {
      if (tnx === 'client') this.#said(String(line));
      if (tnx === 'server') this.#heard();
    },
    info: ({ tnx }: { tnx?: string }) => {
      if (tnx === 'network' && this.#unanswered[0] === 'CONNECT' && this.#timer) this.#wait(this.#timeouts.greeting);
    },
    trace() {},
    warn() {},
    error() {},
    fatal() {},
  };

  /** The command whose answer is awaited, e.g. `RCPT`; the first of several that were sent together. */
  get awaited(): string {
    return this.#unanswered[0] ?? 'CONNECT';
  }

  /** Does what talks on the connection, and fails where the other side is silent for too long. @throws SmtpFailure */
  async listen<Result>(talk: () => Promise<Result>): Promise<Result> {
    const silence = new Promise<never>((_, reject) => {
      this.#fail = reject;
    });
    silence.catch(() => {});
    if (this.#unanswered.length > 0) this.#wait(this.#timeouts.connect);
    try {
      return await Promise.race([talk(), silence]);
    } finally {
      this.hush();
    }
  }

  /** The body has been given out: what is answered next is the answer to it. */
  gaveBody(): void {
    this.#unanswered = ['BODY'];
    this.#wait(this.#timeouts.body ?? this.#timeouts.answer);
  }

  /** It is not the other side that is waited for. */
  hush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #said(line: string): void {
    this.#unanswered.push(COMMANDS.exec(line.toUpperCase())?.[0] ?? 'AUTH');
    this.#wait(this.#timeouts.answer);
  }

  #heard(): void {
    this.#unanswered.shift();
    this.hush();
    if (this.#unanswered.length > 0) this.#wait(this.#timeouts.answer);
  }

  #wait(most: number): void {
    this.hush();
    this.#timer = setTimeout(() => {
      this.#fail(Object.assign(new Error('silence'), { code: 'ETIMEDOUT', command: this.awaited }));
    }, most);
  }
}
