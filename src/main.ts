import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { pino } from 'pino';
import { answersUnread, ownProblem, serveApi } from './api/serve-api.ts';
import { upgrade } from './backup/before-migrating.ts';
import { whyMailStays } from './config/mail-stays.ts';
import { placeRoom, roomFolder } from './config/room-folder.ts';
import type { Settings } from './config/settings.ts';
import { loadContent } from './content.ts';
import { isDemonstration } from './controllers/install.ts';
import { closePool, type Database, LONG_WORK, openDatabase, openPool, poolBeside } from './database/database.ts';
import { runningEmbeddedUrl, startEmbeddedPostgres } from './database/embedded.ts';
import { dropCached } from './database/memory-cache.ts';
import { handedBy } from './handed.ts';
import type { App } from './http/app.ts';
import type { Dropped } from './http/drop.ts';
import { listenForChanges } from './http/listen-for-changes.ts';
import { PageCache } from './http/page-cache.ts';
import type { Capacity } from './http/shed-load.ts';
import { setArabicDigits } from './locales/digits.ts';
import { startBounceListener } from './mail/bounce-listener.ts';
import type { Timeouts } from './mail/conversation.ts';
import { type MayLeave, openMailGateway } from './mail/mail-gateway.ts';
import { startOutboxReader } from './mail/outbox-reader.ts';
import { landShapes } from './maps/lands.ts';
import { serveOffice } from './office/serve-office.ts';
import { setPublicIn } from './publications/public-zone.ts';
import { worldOf } from './record/record.ts';
import type { Room } from './room.ts';
import { rooms as allRooms } from './rooms.ts';
import { routesOf } from './routes.ts';
import { startDuties } from './schedule.ts';
import { keysInUse } from './sealing/keys-in-use.ts';
import { joinProcesses, MissingKeyError } from './sealing/processes.ts';
import { settleControllers } from './settle-controllers.ts';
import { settleDemonstration } from './settle-demonstration.ts';
import { whatFailed } from './site/failures.ts';
import { makeServer } from './site/server.ts';
import { setStyles, stylesApart } from './site/styles.ts';
import { tellContent } from './starting-content/tell.ts';
import { saySetAside } from './work/set-aside.ts';

export interface Running {
  readonly app: App;
  /** Where the site answers on this machine; undefined for a worker. */
  readonly address: string | undefined;
  /** Where the mails can be read that stay on this machine; undefined for a worker. */
  readonly outbox: string | undefined;
  /** Ends what was started, the last first; requests and letters in hand are finished. */
  stop(): Promise<void>;
}

/** What a process does; tests alone say to whom mail may leave, how long servers are waited for, and how often mail is looked for. */
interface Parts {
  readonly web: boolean;
  readonly work: boolean;
  readonly mayLeave?: MayLeave;
  readonly timeouts?: Timeouts;
  readonly mailEvery?: number;
  /** Left out, that of a process which does nothing beside (`shed-load.ts`). */
  readonly capacity?: Capacity;
  /** Whether answers are prepared before anybody asks; false where a start must be quick. */
  readonly ahead?: boolean;
  /** Those of `rooms.ts`, unless a test adds one. */
  readonly rooms?: readonly Room[];
}

/** One listens for jobs, two work on them, the rest keep the books. */
const CONNECTIONS_OF_DUTIES = 5;

type Say = (line: string) => void;
type Ending = () => Promise<void>;

/** Wires and starts one process: the site, the background work, or both. */
export async function startProcess(settings: Settings, parts: Parts, say: Say): Promise<Running> {
  const endings: Ending[] = [];
  const stop = async () => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  const { rooms = allRooms } = parts;
  furnish(rooms);
  setPublicIn(settings.TIME_ZONE);
  setArabicDigits(settings.ARABIC_DIGITS);
  try {
    const url = await reachDatabase(settings, parts, say, endings);
    const app = await prepareApp({ settings, url, rooms }, say, endings);
    endings.push(listenForChanges(url, { dropped: (dropped) => forget(app, dropped), hearing: sayHearing(app) }));
    if (parts.work) endings.push(await startWork(app, rooms, parts));
    if (parts.web && parts.ahead !== false) await prepareAnswers(app);
    const opened = parts.web ? await openSite(app, { ...parts, rooms }, say, endings) : undefined;
    return { app, address: opened?.address, outbox: opened?.outbox, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where the rooms have their words and style sheets. */
function furnish(rooms: readonly Room[]): void {
  for (const { name, folder } of rooms) if (folder) placeRoom(name, folder);
  setStyles(rooms.flatMap(({ name, styles = [] }) => styles.map((sheet) => join(roomFolder(name), sheet))));
}

function forget(app: App, { tags, how }: Dropped): void {
  dropCached(tags);
  app.pages.drop(tags, how);
}

function sayHearing(app: App): (hears: boolean) => void {
  return (hears) => {
    if (hears) app.log.warn('changes of other processes are heard again');
    else app.log.warn('changes of other processes are not heard: finished pages are served for ten minutes at most');
  };
}

/** A worker works beside the site that runs the embedded server; else each process brings up what it needs. */
async function reachDatabase(settings: Settings, parts: Parts, say: Say, endings: Ending[]): Promise<string> {
  if (settings.DATABASE_URL) return settings.DATABASE_URL;
  const beside = parts.web ? undefined : await runningEmbeddedUrl(settings.DATA_DIR);
  if (beside) return beside;
  const embedded = await startEmbeddedPostgres({ dataDir: settings.DATA_DIR, say });
  endings.push(() => embedded.stop());
  return embedded.url;
}

async function prepareApp(
  { settings, url, rooms }: { settings: Settings; url: string; rooms: readonly Room[] },
  say: Say,
  endings: Ending[],
): Promise<App> {
  await upgrade(settings, url, say).catch((error: NodeJS.ErrnoException) => {
    throw /^(ECONN|ENOTFOUND|EAI|ETIMEDOUT)/.test(error.code ?? '')
      ? new Error(`DATABASE_URL: no PostgreSQL answers there (${error.code})`)
      : error;
  });
  await runMigrations({ connectionString: url });
  const pool = openPool(url, settings.DATABASE_CONNECTIONS);
  endings.push(() => closePool(pool));
  const database = openDatabase(pool);
  const keys = await keysInUse(settings, database, { make: true });
  if (isDemonstration(settings)) keys.findApart();
  const content = await withLongWork(pool, (own) => loadContent(own, settings.TIME_ZONE, { rooms }));
  for (const line of tellContent(content)) say(line);
  await settleControllers(database, settings);
  await settleDemonstration(database, settings, rooms, say);
  await saySetAside(database, say);
  const log = pino({ level: settings.LOG_LEVEL, base: null });
  const pages = new PageCache(settings.PAGE_CACHE_MB * 1024 * 1024, (error, page) =>
    log.error({ ...whatFailed(error), page }, 'a page could not be rendered anew'),
  );
  const { processes, leave } = await joinProcesses(database, keys, (error) =>
    log.error(
      { error: error.name },
      error instanceof MissingKeyError ? error.message : 'the other processes can’t be heard',
    ),
  );
  endings.push(leave);
  return { settings, keys, pool, database, pages, processes, handed: handedBy(rooms), log };
}

async function withLongWork<Result>(pool: pg.Pool, work: (database: Database) => Promise<Result>): Promise<Result> {
  const own = poolBeside(pool, 1, LONG_WORK);
  return work(openDatabase(own)).finally(() => closePool(own));
}

async function startWork(
  app: App,
  rooms: readonly Room[],
  { mayLeave, timeouts, mailEvery = 2 }: Parts,
): Promise<Ending> {
  const post = openMailGateway(app, { mayLeave, timeouts });
  const pool = poolBeside(app.pool, CONNECTIONS_OF_DUTIES, LONG_WORK);
  const patient = { ...app, pool, database: openDatabase(pool) };
  for (const { recover } of rooms) await recover?.(patient);
  const bounces =
    app.settings.BOUNCE_PORT === undefined ? undefined : await startBounceListener(app, app.settings.BOUNCE_LMTP);
  const end = await startDuties(rooms, { app, patient, post, seconds: mailEvery });
  return async () => {
    await bounces?.stop();
    await end();
    await closePool(pool);
    await post.close();
  };
}

/** What would hold up everybody, for the first who asks: the shapes of the map, the records. */
async function prepareAnswers({ database }: App): Promise<void> {
  landShapes();
  await worldOf(database);
}

interface Opened {
  readonly address: string;
  readonly outbox: string;
}

type Site = Pick<Parts, 'capacity'> & { readonly rooms: readonly Room[] };

async function openSite(app: App, { rooms, capacity }: Site, say: Say, endings: Ending[]): Promise<Opened> {
  const outbox = await startOutboxReader(app, stylesApart);
  endings.push(() => outbox.stop());
  const measures = rooms.flatMap(({ measures }) => measures ?? []);
  const surfaces: typeof serveApi = async (to, of) => {
    await serveApi(to, of);
    await serveOffice(
      to,
      of,
      rooms.flatMap(({ office = [] }) => office),
    );
  };
  const server = await makeServer(app, routesOf(rooms), surfaces, {
    ...{ measures, answersUnread, ownProblem },
    ...(capacity && { capacity }),
  });
  endings.push(() => server.close());
  const { PORT, HOST } = app.settings;
  const address = await server.listen({ port: PORT, host: HOST }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new Error(`PORT: something else listens on ${HOST}:${PORT} already`) : error;
  });
  if (whyMailStays(app.settings)) say(`mail:  stays on this machine: ${outbox.url}`);
  return { address, outbox: outbox.url };
}
