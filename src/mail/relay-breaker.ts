import type { App } from '../http/app.ts';
import { alertOperator, settleAlerts } from './alerts.ts';
import type { HandOver } from './mail.ts';

/** How many mails one process hands over at once. */
const WORKERS = 16;
const LONGEST_PAUSE = 300_000;
const ALERT = { kind: 'relay-refuses-us', subject: 'SMTP_URL' } as const;

/**
 * Whether our relay lets us out. Once it does not, all sending stops for a while, longer each time up to five minutes, and the operator
 * is told; then one mail tries whether it is open again.
 */
export class RelayBreaker {
  readonly #app: Pick<App, 'database' | 'log' | 'settings'>;
  readonly #firstPause: number;
  #failures = 0;
  /** By a clock that nobody sets. */
  #closedUntil = 0;
  #reply = '';
  #settled = false;

  /** @param firstPause milliseconds */
  constructor(app: Pick<App, 'database' | 'log' | 'settings'>, firstPause = 15_000) {
    this.#app = app;
    this.#firstPause = firstPause;
  }

  /** How many mails may be handed over at once just now. */
  get workers(): number {
    if (this.closed) return 0;
    return this.#failures > 0 ? 1 : WORKERS;
  }

  /** What is said of a mail while nothing leaves. */
  get closed(): HandOver | undefined {
    if (performance.now() >= this.#closedUntil) return undefined;
    return { outcome: 'deferred', reply: this.#reply, because: 'relay' };
  }

  /** Takes in what became of a mail; its result stands, whatever happens here. */
  async note(result: HandOver): Promise<void> {
    const work = result.outcome === 'deferred' && result.because === 'relay' ? this.#shut(result.reply) : this.#open();
    await work.catch((error: Error) => this.#app.log.error({ error: error.name }, 'an alert could not be written'));
  }

  async #shut(reply: string): Promise<void> {
    if (this.closed) return;
    this.#failures += 1;
    this.#reply = reply;
    this.#closedUntil = performance.now() + Math.min(LONGEST_PAUSE, this.#firstPause * 2 ** (this.#failures - 1));
    this.#settled = false;
    await alertOperator(this.#app, this.#app.database, { ...ALERT, detail: reply });
  }

  async #open(): Promise<void> {
    this.#failures = 0;
    this.#closedUntil = 0;
    if (this.#settled) return;
    this.#settled = true;
    await settleAlerts(this.#app.database, ALERT);
  }
}
