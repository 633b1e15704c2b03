import { Agent, type IncomingMessage, request } from 'node:http';
import { addAccount, findAccount, readAddress } from '../src/accounts/accounts.ts';
import { newTotpSecret, totpCode } from '../src/accounts/authenticator.ts';
import { setUpApp } from '../src/accounts/factors.ts';
import { codeToMail } from '../src/accounts/mailed-codes.ts';
import { addPasskey, askToAdd } from '../src/accounts/passkeys.ts';
import { SYSTEM } from '../src/actors/actors.ts';
import type { Keys } from '../src/config/keys.ts';
import { closePool, type Database, openDatabase, openPool } from '../src/database/database.ts';
import { keysInUse } from '../src/sealing/keys-in-use.ts';
import { SoftPasskey } from '../test/support/soft-passkey.ts';
import type { Product } from './product.ts';
import { ofHundred } from './rate.ts';
import type { Row } from './table.ts';

/** People who sign in one after the other, each once by each way. */
const PEOPLE = 110;
/** Of these the first warm it up. */
const WARM_UP = 10;

interface Person {
  readonly email: string;
  readonly secret: string;
  readonly passkey: SoftPasskey;
  /** Each comes from a network of their own. */
  readonly network: string;
}

/**
 * What somebody waits for who signs in, from the form to the answer that says that they are: by a passkey, both requests and the signature
 * looked at; by codes, the form with both of them.
 */
export async function signingIn(
  product: Product,
  databaseUrl: string,
  env: Readonly<Record<string, string>>,
): Promise<Row[]> {
  const pool = openPool(databaseUrl, 2);
  const database = openDatabase(pool);
  const settings = { DATA_DIR: '/nowhere', SEALING_KEY: env.SEALING_KEY };
  const keys = await keysInUse(settings, database, { make: false });
  const origin = `http://localhost:${new URL(product.url).port}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const people: Person[] = [];
    for (let at = 0; at < PEOPLE; at += 1) people.push(await somebody({ database, keys }, origin, at));
    // What set an app up may be typed once more.
    await pool.query('UPDATE accounts SET totp_step = NULL');
    const times = { passkey: [] as number[], codes: [] as number[] };
    for (const person of people) {
      const browser = new Browser(agent, origin, person.network);
      times.passkey.push(await byPasskey(browser, person));
      times.codes.push(await byCodes(new Browser(agent, origin, person.network), person, { database, keys }));
    }
    return [row('a passkey', times.passkey), row('a mailed code and an app', times.codes)];
  } finally {
    agent.destroy();
    await closePool(pool);
  }
}

function row(how: string, times: readonly number[]): Row {
  const counted = times.slice(WARM_UP);
  const [half, most] = [ofHundred(counted, 50), ofHundred(counted, 95)].map((time) => time.toFixed(0));
  return {
    what: `signing in to the office by ${how}`,
    measured: `${most} ms at the 95th percentile`,
    beside: `half within ${half} ms`,
    target: '≤ 100 ms',
  };
}

type How = { readonly database: Database; readonly keys: Keys };

async function somebody({ database, keys }: How, origin: string, at: number): Promise<Person> {
  const email = `person${at}@bench.example`;
  await addAccount({ database, keys, by: SYSTEM }, { email, name: `Person ${at}`, role: 'editor' });
  const actor = (await findAccount(database, keys, readAddress(email)))?.actor_id ?? SYSTEM;
  const secret = newTotpSecret();
  const passkey = new SoftPasskey(origin);
  const asking = { database, party: { id: 'localhost', origin }, browser: { token: email, words: 'firefox linux' } };
  const options = await askToAdd(asking, { actor_id: actor, name: `Person ${at}` }, 'Bench');
  await database.transaction().execute(async (trx) => {
    await setUpApp(trx, { keys }, actor, { secret, typed: totpCode(secret) });
    await addPasskey(trx, asking, actor, { answer: passkey.made(options), name: 'A phone' });
  });
  return { email, secret, passkey, network: `10.2.${Math.floor(at / 250)}.${at % 250}` };
}

async function byPasskey(browser: Browser, { passkey }: Person): Promise<number> {
  await browser.opens('/sign-in');
  const began = performance.now();
  const question = await browser.sends('/sign-in/passkey/ask', {});
  const answer = passkey.signed(JSON.parse(question.body));
  await browser.signsIn('/sign-in/passkey', { answer, to: '' });
  return performance.now() - began;
}

async function byCodes(browser: Browser, { email, secret }: Person, { database, keys }: How): Promise<number> {
  await browser.opens('/sign-in');
  await browser.sends('/sign-in', { email, to: '' });
  const latest = database.selectFrom('mailed_codes').select('id').orderBy('asked_at', 'desc').limit(1);
  const code = (await codeToMail(database, { keys }, (await latest.executeTakeFirstOrThrow()).id))?.code ?? '';
  await browser.opens('/sign-in/code');
  const began = performance.now();
  await browser.signsIn('/sign-in/code', { code, second: totpCode(secret), to: '' });
  return performance.now() - began;
}

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly location: string;
}

/** What of a browser the office needs: its cookies, and the token of the page that it saw last. */
class Browser {
  readonly #agent: Agent;
  readonly #origin: URL;
  readonly #network: string;
  readonly #cookies = new Map<string, string>();
  #token = '';

  constructor(agent: Agent, origin: string, network: string) {
    this.#agent = agent;
    this.#origin = new URL(origin);
    this.#network = network;
  }

  async opens(path: string): Promise<void> {
    const { body } = await this.#asks('GET', path);
    this.#token = /name="form-token" value="([^"]+)"/.exec(body)?.[1] ?? '';
  }

  sends(path: string, fields: Readonly<Record<string, string>>): Promise<Reply> {
    return this.#asks('POST', path, new URLSearchParams({ ...fields, 'form-token': this.#token }).toString());
  }

  /** @throws where it did not sign in */
  async signsIn(path: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const { status, location } = await this.sends(path, fields);
    if (status !== 303 || location !== '/office/en') throw new Error(`${path}: nobody was signed in (${status})`);
  }

  #asks(method: string, path: string, body?: string): Promise<Reply> {
    const headers = {
      host: this.#origin.host,
      cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; '),
      'x-forwarded-for': this.#network,
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    };
    const where = { host: '127.0.0.1', port: this.#origin.port, path: `/office/en${path}`, agent: this.#agent };
    return new Promise((resolve, reject) => {
      const sent = request({ ...where, method, headers }, (answer) => this.#reads(answer).then(resolve, reject));
      sent.on('error', reject).end(body);
    });
  }

  async #reads(answer: IncomingMessage): Promise<Reply> {
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    const body = Buffer.concat(await answer.toArray()).toString();
    return { status: answer.statusCode ?? 0, body, location: answer.headers.location ?? '' };
  }
}
