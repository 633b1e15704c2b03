import { resolve } from 'node:path';
import { readSettings } from '../src/config/settings.ts';
import { startEmbeddedPostgres } from '../src/database/embedded.ts';
import { openBuild } from './build.ts';
import { openFront } from './front.ts';
import { Sites } from './sites.ts';
import { watchProject } from './watch.ts';

interface Wanted {
  readonly root: string;
  readonly debugPort: number;
  /** The folder of the database and its key, apart from what `npm start` keeps. */
  readonly data: string;
}

type Say = (line: string) => void;

/** Starts everything, and again whatever a change touches. @returns ends it */
export async function startDevelopment({ root, debugPort, data }: Wanted, say: Say): Promise<() => Promise<void>> {
  const settings = readSettings(process.env, root);
  const dataDir = resolve(root, data);
  const database = await startEmbeddedPostgres({ dataDir, say, durable: false });
  const build = await openBuild(root);
  const front = await openFront(settings);
  const sites = new Sites({
    env: envOf(settings.PORT, { root, dataDir, database: database.url, dist: build.dist }),
    debugPort,
    say,
  });
  const change = async (paths: readonly string[]) => {
    const since = performance.now();
    const done = await takeUp(paths, { build, sites, say });
    if (!done) return;
    front.leadTo(done);
    say(
      `${paths.length > 0 ? `${paths.join(', ')}: shown after` : 'started after'} ${Math.round(performance.now() - since)} ms`,
    );
  };
  await change([]);
  const stopWatching = watchProject(root, change);
  say(`site:  ${settings.PUBLIC_URL}   mails: ${settings.PUBLIC_URL}/dev/mails   debugger: 127.0.0.1:${debugPort}`);
  return async () => {
    stopWatching();
    await front.close();
    await sites.stop();
    await build.stop();
    await database.stop();
  };
}

interface Parts {
  readonly build: Awaited<ReturnType<typeof openBuild>>;
  readonly sites: Sites;
  readonly say: Say;
}

/** @returns the site that shows the change; undefined where it can't be built or started, so that the one before goes on */
async function takeUp(paths: readonly string[], { build, sites, say }: Parts) {
  const content = paths.filter((path) => path.startsWith('content/'));
  if (paths.length > 0 && content.length === paths.length) return sites.takeContent();
  // Beside the build: the change before may have come a moment ago.
  if (paths.length > 0) sites.getReady(build.libraries);
  const wrong = paths.length > 0 && paths.every((path) => !build.isSource(path)) ? [] : await build.again();
  for (const line of wrong) say(line);
  return wrong.length > 0 ? undefined : sites.next(build);
}

/** No mail leaves, and no other database is touched, whatever the settings of this machine are. */
function envOf(
  port: number,
  { root, dataDir, database, dist }: Record<'root' | 'dataDir' | 'database' | 'dist', string>,
) {
  return {
    ...process.env,
    CB_ROOT: root,
    CB_DIST: dist,
    NODE_ENV: 'development',
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${port}`,
    DATABASE_URL: database,
    DATA_DIR: dataDir,
    SEALING_KEY: '',
    SEALING_KEY_FILE: '',
    SMTP_URL: '',
    BOUNCE_PORT: '',
    OUTBOX_PORT: '0',
    WORK: '1',
  };
}
