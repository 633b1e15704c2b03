import { Readable } from 'node:stream';

/** The message's bytes, given out only once the server waits for them (after its 354) and `beforeBody` has agreed. */
export class GuardedBody extends Readable {
  begun = false;
  forbidden = false;
  readonly #bytes: Buffer;
  readonly #beforeBody: () => Promise<boolean>;
  readonly #given: () => void;

  /** @param given called when the bytes have been given out */
  constructor(bytes: Buffer, beforeBody: () => Promise<boolean>, given: () => void) {
    super();
    this.#bytes = bytes;
    this.#beforeBody = beforeBody;
    this.#given = given;
  }

  override _read(): void {
    if (this.begun) return;
    this.#beforeBody().then(
      (agreed) => (agreed ? this.#give() : this.#forbid()),
      () => this.#forbid(),
    );
  }

  #give(): void {
    // Whoever waited for it has given up meanwhile.
    if (this.destroyed) return;
    this.begun = true;
    this.push(this.#bytes);
    this.push(null);
    this.#given();
  }

  #forbid(): void {
    this.forbidden = true;
    this.destroy(new Error('not to be sent'));
  }
}
