import type { MailSink } from '../test/support/mail.ts';

/** Which writers' letters came in, and when, by the receiving server's own word. */
export class Arrivals {
  readonly #times = new Map<string, number[]>();
  readonly #arrived: () => void;

  /** @param told of each mail, before it is answered */
  constructor(sink: MailSink, arrived: () => void = () => {}) {
    this.#arrived = arrived;
    sink.behave.body = (raw) => this.#note(raw);
    sink.behave.recipient = () => {
      this.#arrived();
      return undefined;
    };
    // What is kept here is enough.
    sink.received.push = () => 0;
  }

  /** Milliseconds since the epoch at which each copy of somebody's letter had come in whole. */
  of(email: string): readonly number[] {
    return this.#times.get(email) ?? [];
  }

  #note(raw: Buffer): undefined {
    const writer = /^Reply-To:.*?([\w.]+@mail\.example)/im.exec(raw.toString('latin1'))?.[1];
    if (writer) this.#times.set(writer, [...this.of(writer), Date.now()]);
    this.#arrived();
  }
}
