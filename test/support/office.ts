import type pg from 'pg';
import { totpCode } from '../../src/accounts/authenticator.ts';
import { makeFirstLink } from '../../src/accounts/links.ts';
import { codeToMail } from '../../src/accounts/mailed-codes.ts';
import { openDatabase } from '../../src/database/database.ts';
import type { App } from '../../src/http/app.ts';
import type { OfficeRoute } from '../../src/office/office-route.ts';
import { serveOffice } from '../../src/office/serve-office.ts';
import { rooms } from '../../src/rooms.ts';
import { makeServer } from '../../src/site/server.ts';
import { freePort } from './free-port.ts';
import { OfficeBrowser } from './office-browser.ts';
import { startPlatform } from './platform.ts';

/** Every address of the office, of every room. */
export const officeRoutes: readonly OfficeRoute[] = rooms.flatMap(({ office = [] }) => office);

/** The office alone, over HTTP, where nothing happens by itself: each statement that the database gets comes from a request. */
export interface Office {
  readonly url: string;
  readonly port: number;
  readonly app: App;
  /** What the database was asked while something ran, in order. */
  askedBy(run: () => Promise<unknown>): Promise<readonly string[]>;
  browser(): OfficeBrowser;
  sql(statement: string): Promise<pg.QueryResult>;
  stop(): Promise<void>;
}

export async function startOffice(env: Readonly<Record<string, string>> = {}): Promise<Office> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const platform = await startPlatform({ PUBLIC_URL: url, ...env });
  const asked: string[] = [];
  const pool = telling(platform.app.pool, asked);
  const app: App = { ...platform.app, pool, database: openDatabase(pool) };
  const server = await makeServer(app, [], (to, of) => serveOffice(to, of, officeRoutes));
  await server.listen({ port, host: '127.0.0.1' });
  return {
    url,
    port,
    app,
    askedBy: async (run) => {
      asked.length = 0;
      await run();
      return [...asked];
    },
    browser: () => new OfficeBrowser(() => url),
    sql: (statement) => app.pool.query(statement),
    stop: async () => {
      await server.close();
      await platform.stop();
    },
  };
}

/** The same pool, which writes down what its connections are asked. */
function telling(pool: pg.Pool, asked: string[]): pg.Pool {
  return standingFor(pool, {
    connect: async () => {
      const client = await pool.connect();
      return standingFor(client, {
        query: (...given: readonly [string | { readonly text: string }]) => {
          asked.push(typeof given[0] === 'string' ? given[0] : given[0].text);
          return Reflect.apply(client.query, client, given);
        },
      });
    },
  });
}

function standingFor<Real extends object>(real: Real, instead: Readonly<Record<string, unknown>>): Real {
  return new Proxy(real, {
    get: (_, name) => {
      if (typeof name === 'string' && name in instead) return instead[name];
      const value = Reflect.get(real, name);
      return typeof value === 'function' ? value.bind(real) : value;
    },
  });
}

/** Somebody in a browser of the office, with the secret of their app and their recovery codes. */
export interface Somebody {
  readonly browser: OfficeBrowser;
  readonly secret: string;
  readonly codes: readonly string[];
}

/** Opens a link of the office and sets an app up by it, each of whose codes may still be used. */
export async function comesIn(
  { sql, ...office }: Office,
  link: string,
  typed: Readonly<Record<string, string>>,
): Promise<Somebody> {
  const browser = await office.browser().get(link);
  await browser.post(link, typed);
  const secret = /name="secret" value="([A-Z2-7]{32})"/.exec(browser.page)?.[1] ?? '';
  await browser.post('/office/en/set-up', { secret, code: totpCode(secret) });
  await sql('UPDATE accounts SET totp_step = NULL');
  const codes = [...browser.page.matchAll(/<code>([\w-]{19})<\/code>/g)].map(([, code = '']) => code);
  return { browser, secret, codes };
}

export async function firstAdministrator(office: Office, email: string, name = 'Amina K.'): Promise<Somebody> {
  const link = `/office/en/begin/${await makeFirstLink(office.app.database)}`;
  return comesIn(office, link, { name, email });
}

/** The code that goes by mail to whoever asked last; undefined where none does. */
export async function codeOfLastAsked({ app, sql }: Office): Promise<string | undefined> {
  const { rows } = await sql('SELECT id FROM mailed_codes ORDER BY asked_at DESC, id DESC LIMIT 1');
  return (await codeToMail(app.database, app, rows[0]?.id ?? ''))?.code;
}
