import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { deriveKeys } from '../../src/config/keys.ts';
import { root } from '../../src/config/root.ts';
import { readSettings } from '../../src/config/settings.ts';
import { openDatabase, openPool } from '../../src/database/database.ts';
import { handedBy } from '../../src/handed.ts';
import type { App } from '../../src/http/app.ts';
import { PageCache } from '../../src/http/page-cache.ts';
import { rooms } from '../../src/rooms.ts';

/** A platform that reaches no database: for what must be answered without one. */
export function unconnectedApp(env: Readonly<Record<string, string>> = {}): App {
  const settings = readSettings(
    { OPERATOR_NAME: 'Test Coalition', OPERATOR_EMAIL: 'desk@coalition.example', ...env },
    root,
  );
  const pool = openPool('postgresql://127.0.0.1:1/nothing', 1);
  return {
    settings,
    keys: deriveKeys(randomBytes(32)),
    pool,
    database: openDatabase(pool),
    pages: new PageCache(0),
    processes: { up: 1 },
    handed: handedBy(rooms),
    log: pino({ level: 'silent' }),
  };
}
