import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { startScratchDatabase } from '../bench/product.ts';
import { openPool } from '../src/database/database.ts';
import { freePort } from '../test/support/free-port.ts';
import { type MailSink, startMailSink } from '../test/support/mail.ts';
import { type ProductProcess, type Program, startBuiltProduct } from '../test/support/product.ts';

const run = promisify(execFile);
/** Said by verbs that reach nobody; processes have an address each. */
const PUBLIC_URL = 'http://localhost';

/** A process of one version, and where it answers. */
export interface Beside {
  readonly url: string;
  readonly mail: MailSink;
  readonly product: ProductProcess;
}

/** An install whose processes are of several versions, over one database, with one key and one mail server. */
export class VersionsInstall {
  readonly mail: MailSink;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #url: string;
  readonly #dataDir: string;
  #pool: pg.Pool | undefined;
  readonly #started: ProductProcess[] = [];
  readonly #stopDatabase: () => Promise<void>;

  static async prepare(): Promise<VersionsInstall> {
    const [database, mail, dataDir] = await Promise.all([
      startScratchDatabase(),
      startMailSink(),
      mkdtemp(join(tmpdir(), 'common-bonds-versions-')),
    ]);
    return new VersionsInstall(await database.create('versions'), mail, dataDir, () => database.stop());
  }

  private constructor(url: string, mail: MailSink, dataDir: string, stopDatabase: () => Promise<void>) {
    this.mail = mail;
    this.#url = url;
    this.#dataDir = dataDir;
    this.#stopDatabase = stopDatabase;
    this.#environment = {
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      SEALING_KEY: randomBytes(32).toString('base64'),
      SMTP_URL: mail.url,
      MAIL_DOMAIN: 'letters.trial.internal',
      OPERATOR_NAME: 'Trial Coalition',
      OPERATOR_EMAIL: 'desk@coalition.example',
      ACTS_PER_NETWORK_HOUR: '1000000',
      OUTBOX_PORT: '0',
    };
  }

  /** Connections of our own, beside those of the processes; nobody may have any while a backup is put back. */
  get pool(): pg.Pool {
    this.#pool ??= openPool(this.#url, 4);
    return this.#pool;
  }

  /** @throws with what it printed, where it ends before it is ready */
  async start(program: Program): Promise<Beside> {
    const port = await freePort();
    const product = await startBuiltProduct(port, this.#environment, program);
    this.#started.push(product);
    return { url: `http://localhost:${port}`, mail: this.mail, product };
  }

  /** Runs a verb of a version to its end. @returns what it printed */
  async verb(program: Program, verb: string, ...words: string[]): Promise<string> {
    const env = {
      PATH: process.env.PATH,
      CB_ROOT: program.root,
      NODE_ENV: 'production',
      PUBLIC_URL,
      ...this.#environment,
    };
    const { stdout } = await run(program.node, [join(program.root, 'dist', `${verb}.js`), ...words], { env });
    return stdout;
  }

  /** Everything that it has of a question, as rows. */
  async rows<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(statement, values)).rows;
  }

  /** Ends all processes, and our own connections. */
  async endProcesses(): Promise<void> {
    await this.#pool?.end();
    this.#pool = undefined;
    await Promise.all(this.#started.splice(0).map((product) => product.stopped()));
  }

  async end(): Promise<void> {
    await Promise.all(this.#started.map((product) => product.killed()));
    await this.#pool?.end().catch(() => {});
    await this.mail.stop();
    await this.#stopDatabase();
    await rm(this.#dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
