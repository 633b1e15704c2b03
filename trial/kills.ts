import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { deriveKeys } from '../src/config/keys.ts';
import { openPool } from '../src/database/database.ts';
import { runningEmbeddedUrl } from '../src/database/embedded.ts';
import { freePort } from '../test/support/free-port.ts';
import { startMailSink } from '../test/support/mail.ts';
import { answersReady, type ProductProcess, startBuiltProduct } from '../test/support/product.ts';
import { until } from '../test/support/until.ts';
import { Arrivals } from './arrivals.ts';
import { judge } from './judge.ts';
import { Writers } from './letters.ts';
import { type Office, openOffices } from './offices.ts';
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

/** @param databaseUrl a migrated database with the starting content; without it the product runs the embedded one, and that is killed, too */
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
  readonly #database: string | undefined;
  readonly #dataDir: string;
  readonly #port: number;
  readonly #secret = randomBytes(32);
  readonly #sink: Awaited<ReturnType<typeof startMailSink>>;
  readonly #arrivals: Arrivals;
  readonly #readyAfter: number[] = [];
  #product!: ProductProcess;
  #pool!: ReturnType<typeof openPool>;
  #writers!: Writers;
  #offices!: readonly Office[];
  #happened = () => {};
  #printed = '';

  static async begin(random: Random, databaseUrl?: string): Promise<KillTrial> {
    const [sink, dataDir, port] = await Promise.all([
      startMailSink(),
      mkdtemp(join(tmpdir(), 'common-bonds-kills-')),
      freePort(),
    ]);
    const trial = new KillTrial(random, databaseUrl, sink, dataDir, port);
    await trial.#start();
    const url = databaseUrl ?? (await runningEmbeddedUrl(dataDir)) ?? '';
    trial.#pool = openPool(url, 10);
    trial.#pool.on('error', () => {});
    trial.#writers = new Writers({ url: trial.#product.url, pool: trial.#pool, keys: deriveKeys(trial.#secret) });
    trial.#offices = await openOffices(trial.#pool, DOMAINS, OFFICES);
    await trial.#writers.prepares(trial.#offices);
    return trial;
  }

  private constructor(
    random: Random,
    database: string | undefined,
    sink: Awaited<ReturnType<typeof startMailSink>>,
    dataDir: string,
    port: number,
  ) {
    this.#random = random;
    this.#database = database;
    this.#sink = sink;
    this.#dataDir = dataDir;
    this.#port = port;
    this.#arrivals = new Arrivals(sink, () => this.#happened());
  }

  get taken(): number {
    return this.#writers.all.filter(({ taken }) => taken).length;
  }

  /** Writers write, confirm and take back; something is killed, and ready again. */
  async round(): Promise<void> {
    const over = new AbortController();
    const databaseAlone = !this.#database && this.#random.chance(0.25);
    const moment = this.#moment();
    const writing = Array.from({ length: WRITERS }, () => this.#write(over.signal));
    await moment;
    const killedAt = Date.now();
    if (databaseAlone) await this.#killDatabase();
    else {
      await this.#product.killed();
      over.abort();
      await this.#start();
    }
    await until('it is ready again', () => answersReady(this.#product.url), 60);
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
    while (!over.aborted) {
      const written = await this.#writers.writes(this.#random.oneOf(this.#offices));
      this.#happened();
      if (!written.taken) continue;
      await this.#writers.confirms(written);
      this.#happened();
      if (!written.confirmed || !this.#random.chance(TAKEN_BACK)) continue;
      await this.#writers.takesBack(written);
      this.#happened();
    }
  }

  async #start(): Promise<void> {
    this.#printed += this.#product?.printed() ?? '';
    this.#product = await startBuiltProduct(this.#port, {
      DATA_DIR: this.#dataDir,
      ...(this.#database ? { DATABASE_URL: this.#database } : {}),
      SEALING_KEY: this.#secret.toString('base64'),
      SMTP_URL: this.#sink.url,
      MAIL_DOMAIN: 'letters.trial.internal',
      OPERATOR_NAME: 'Trial Coalition',
      OPERATOR_EMAIL: 'desk@coalition.example',
      ACTS_PER_NETWORK_HOUR: '1000000',
    });
  }

  async #killDatabase(): Promise<void> {
    const file = await readFile(join(this.#dataDir, 'postgres/postmaster.pid'), 'utf8');
    process.kill(Number(file.split('\n')[0]), 'SIGKILL');
  }

  /** A last time up, everything is brought to its end: who got no answer asks again, leases have run out, all that waits leaves. */
  async verdict(rounds: number): Promise<readonly Finding[]> {
    this.#happened = () => {};
    await this.#product.killed();
    await this.#start();
    for (const written of this.#writers.all)
      if (written.taken && !written.confirmed && !written.takingBack) await this.#writers.confirms(written);
    await this.#pool.query(`UPDATE letters SET claimed_at = now() - interval '1 hour' WHERE claimed_at IS NOT NULL`);
    await this.#product.stopped();
    await this.#start();
    await this.#nothingMoves();
    const judged = await judge(this.#pool, this.#writers.all, this.#arrivals, rounds * 2);
    await this.#product.stopped();
    this.#printed += this.#product.printed();
    const { median, worst } = spread(this.#readyAfter);
    return [
      ...judged,
      within('ready again, median', median, 5_000, ` (worst ${worst.toLocaleString('en')} ms)`),
      none('lines that name somebody', this.#printed.match(/.*(mail\.example|Amina|\/confirm\/[\w-]{20}).*/g) ?? []),
    ];
  }

  async #nothingMoves(): Promise<void> {
    const moving = `SELECT 1 FROM letters WHERE state IN ('waiting', 'claimed', 'handing-over') LIMIT 1`;
    await until('nothing moves', async () => (await this.#pool.query(moving)).rowCount === 0, 120).catch(() => {});
  }

  async end(): Promise<void> {
    await this.#product.killed();
    await this.#pool?.end().catch(() => {});
    await this.#sink.stop();
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}
