import { setTimeout as pause } from 'node:timers/promises';
import { LEASE_OVER } from '../test/support/letters.ts';
import { type MailSink, startMailSink } from '../test/support/mail.ts';
import { answersReady } from '../test/support/product.ts';
import { until } from '../test/support/until.ts';
import { type Addressee, openAddressees } from './addressees.ts';
import { Arrivals } from './arrivals.ts';
import { Install, type Process, postmasterOf } from './install.ts';
import { judge, nothingMoves } from './judge.ts';
import { type Finding, none, type Part, type Setting, spread, within } from './part.ts';
import type { Random } from './random.ts';

const DOMAINS = ['one.trial.internal', 'two.trial.internal', 'three.trial.internal'];
const OFFICES = 6;
const WRITERS = 6;
const TAKEN_BACK = 0.4;
/** A kill comes at one of so many events: a form answered, a recipient named to the mail server, a letter come in whole. */
const EVENTS = 150;
/** Milliseconds: where so few things happen that the event does not come, it comes all the same. */
const LONGEST = 4_000;
/** Milliseconds after the event; what happens between two events is met, too. */
const AFTER = 25;

/** Kill -9 at random moments under load: of the program, which takes its database with it, or of the database alone. */
export const kills: Part = {
  what: (rounds) => `${rounds} kills under load`,
  rounds: 30,
  run: (setting) => runKills(setting),
};

/**
 * @param databaseUrl a migrated database with the starting content; without it the product runs the embedded one, and that is killed,
 * too
 */
export async function runKills({ random, rounds, say }: Setting, databaseUrl?: string): Promise<readonly Finding[]> {
  const trial = await KillTrial.begin(random, databaseUrl);
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await trial.round();
      if (round % 10 === 0) say(`${round} kills, ${trial.taken} letters accepted`);
    }
    return await trial.verdict(rounds);
  } finally {
    await trial.end();
  }
}

class KillTrial {
  readonly #random: Random;
  readonly #install: Install;
  readonly #embedded: boolean;
  readonly #sink: MailSink;
  readonly #arrivals: Arrivals;
  readonly #readyAfter: number[] = [];
  #process!: Process;
  #offices!: readonly Addressee[];
  #happened = () => {};
  #printed = '';

  static async begin(random: Random, databaseUrl?: string): Promise<KillTrial> {
    const sink = await startMailSink();
    const install = await Install.prepare(sink.url, databaseUrl ? { url: databaseUrl } : {});
    const trial = new KillTrial(random, install, sink, !databaseUrl);
    trial.#process = await install.start();
    trial.#offices = await openAddressees(await install.pool(), DOMAINS, OFFICES);
    await trial.#process.writers.prepares(trial.#offices);
    return trial;
  }

  private constructor(random: Random, install: Install, sink: MailSink, embedded: boolean) {
    this.#random = random;
    this.#install = install;
    this.#embedded = embedded;
    this.#sink = sink;
    this.#arrivals = new Arrivals(sink, () => this.#happened());
  }

  get taken(): number {
    return this.#process.writers.all.filter(({ taken }) => taken).length;
  }

  /** Writers write, confirm and take back; something is killed, and ready again. */
  async round(): Promise<void> {
    const over = new AbortController();
    const databaseAlone = this.#embedded && this.#random.chance(0.25);
    const moment = this.#moment();
    const writing = Array.from({ length: WRITERS }, () => this.#write(over.signal));
    await moment;
    const killedAt = Date.now();
    if (databaseAlone) await this.#killDatabase();
    else {
      await this.#process.product.killed();
      over.abort();
      await this.#startAgain();
    }
    await until('it is ready again', () => answersReady(this.#process.product.url), 60);
    this.#readyAfter.push(Date.now() - killedAt);
    over.abort();
    await Promise.all(writing);
  }

  async #moment(): Promise<void> {
    const nth = 1 + this.#random.below(EVENTS);
    const after = this.#random.share() * AFTER;
    const { promise, resolve } = Promise.withResolvers<void>();
    let events = 0;
    this.#happened = () => {
      events += 1;
      if (events === nth) resolve();
    };
    const late = new AbortController();
    await Promise.race([promise, pause(LONGEST, undefined, { signal: late.signal }).catch(() => {})]);
    late.abort();
    await pause(after);
  }

  async #write(over: AbortSignal): Promise<void> {
    const { writers } = this.#process;
    while (!over.aborted) {
      const written = await writers.writes(this.#random.oneOf(this.#offices));
      this.#happened();
      if (!written.taken) continue;
      await writers.confirms(written);
      this.#happened();
      if (!written.confirmed || !this.#random.chance(TAKEN_BACK)) continue;
      await writers.takesBack(written);
      this.#happened();
    }
  }

  async #startAgain(): Promise<void> {
    this.#printed += this.#process.product.printed();
    await this.#process.start();
  }

  /** @returns once another server has begun in its place */
  async #killDatabase(): Promise<void> {
    const killed = await postmasterOf(this.#install.dataDir);
    process.kill(killed, 'SIGKILL');
    const another = async () => (await postmasterOf(this.#install.dataDir).catch(() => killed)) !== killed;
    await until('another database server', another, 60);
  }

  /**
   * A last time up, everything is brought to its end: who got no answer asks again, leases of those that were killed have run out, all
   * that waits leaves.
   */
  async verdict(rounds: number): Promise<readonly Finding[]> {
    this.#happened = () => {};
    const { writers } = this.#process;
    const pool = await this.#install.pool();
    await writers.confirmTheRest();
    await this.#process.product.killed();
    const killedAt = new Date();
    await this.#startAgain();
    await pool.query(`UPDATE letters SET ${LEASE_OVER} WHERE claimed_at < $1`, [killedAt]);
    await nothingMoves(pool);
    const judged = await judge(pool, writers.all, this.#arrivals, rounds * 2);
    const { median, worst } = spread(this.#readyAfter);
    this.#printed += this.#process.product.printed();
    return [
      ...judged,
      within('ready again, median', median, 5_000, ` (worst ${worst.toLocaleString('en')} ms)`),
      none('lines that name somebody', this.#printed.match(/.*(mail\.example|Amina|\/confirm\/[\w-]{20}).*/g) ?? []),
    ];
  }

  async end(): Promise<void> {
    await this.#install.end();
    await this.#sink.stop();
  }
}
