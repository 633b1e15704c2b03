import { root } from '../src/config/root.ts';
import { readSettings } from '../src/config/settings.ts';
import { startEmbeddedPostgres } from '../src/database/embedded.ts';
import { migrate } from '../src/database/migrate.ts';
import { sayLine } from './lifecycle.ts';

const settings = readSettings(process.env, root);
const embedded = settings.DATABASE_URL
  ? undefined
  : await startEmbeddedPostgres({ dataDir: settings.DATA_DIR, say: sayLine });
await migrate(settings.DATABASE_URL ?? embedded?.url ?? '', sayLine);
await embedded?.stop();
sayLine('the database is up to date');
