import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { deriveKeys } from '../src/config/keys.ts';
import { openPool } from '../src/database/database.ts';
import { runningEmbeddedUrl } from '../src/database/embedded.ts';
import { freePort } from '../test/support/free-port.ts';
import { type ProductProcess, startBuiltProduct } from '../test/support/product.ts';
import { Writers } from './letters.ts';

/** One process of an install, as `npm start` runs it. */
export interface Process {
  readonly product: ProductProcess;
  readonly writers: Writers;
  /** Starts the same again, after it has ended. */
  start(): Promise<void>;
}

/** An install of the product for one part of a trial: its folder, its key, its database and its processes. */
export class Install {
  readonly dataDir: string;
  readonly #url: string | undefined;
  readonly #secret = randomBytes(32);
  readonly #smtp: string;
  readonly #started: Process[] = [];
  #pool: pg.Pool | undefined;

  /**
   * @param where the database, and the folder of what is not in it; without a database each install runs the embedded one
   * @param smtp where its mail goes
   */
  static async prepare(
    smtp: string,
    where: { readonly url?: string; readonly dataDir?: string } = {},
  ): Promise<Install> {
    return new Install(smtp, where.dataDir ?? (await mkdtemp(join(tmpdir(), 'common-bonds-trial-'))), where.url);
  }

  private constructor(smtp: string, dataDir: string, url: string | undefined) {
    this.#smtp = smtp;
    this.dataDir = dataDir;
    this.#url = url;
  }

  /** Starts a process of it. The first makes the database ready. */
  async start(more: Readonly<Record<string, string>> = {}): Promise<Process> {
    const port = await freePort();
    const start = () => startBuiltProduct(port, { ...this.#environment(), ...more });
    const product = await start();
    const writers = new Writers({ url: product.url, pool: await this.pool(), keys: deriveKeys(this.#secret) });
    const process = {
      product,
      writers,
      start: async () => {
        process.product = await start();
      },
    };
    this.#started.push(process);
    return process;
  }

  /** Connections of our own, beside those of the processes. */
  async pool(): Promise<pg.Pool> {
    this.#pool ??= openPool(this.#url ?? (await runningEmbeddedUrl(this.dataDir)) ?? '', 10);
    return this.#pool;
  }

  #environment(): Readonly<Record<string, string>> {
    return {
      DATA_DIR: this.dataDir,
      ...(this.#url ? { DATABASE_URL: this.#url } : {}),
      SEALING_KEY: this.#secret.toString('base64'),
      SMTP_URL: this.#smtp,
      MAIL_DOMAIN: 'letters.trial.internal',
      OPERATOR_NAME: 'Trial Coalition',
      OPERATOR_EMAIL: 'desk@coalition.example',
      ACTS_PER_NETWORK_HOUR: '1000000',
    };
  }

  async end(): Promise<void> {
    await this.#pool?.end().catch(() => {});
    await Promise.all(this.#started.map(({ product }) => product.killed()));
    await rm(this.dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** The pid of the embedded database server that runs in a data folder. */
export async function postmasterOf(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
}
