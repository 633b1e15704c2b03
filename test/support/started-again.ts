import { randomBytes } from 'node:crypto';
import { deriveKeys } from '../../src/config/keys.ts';
import { root } from '../../src/config/root.ts';
import { readSettings } from '../../src/config/settings.ts';
import { dropCached } from '../../src/database/memory-cache.ts';
import type { App } from '../../src/http/app.ts';
import { rooms } from '../../src/rooms.ts';
import { settleControllers } from '../../src/settle-controllers.ts';
import { settleDemonstration } from '../../src/settle-demonstration.ts';
import type { Platform } from './platform.ts';

const secret = randomBytes(32);

/** The same installation, started again with an operator, or as a demonstration, which finds its people by keys of its own. */
export async function startedAgain(
  { app }: Platform,
  operator: boolean,
  say: (line: string) => void = () => {},
): Promise<App> {
  const named = { OPERATOR_NAME: 'Test Coalition', OPERATOR_EMAIL: 'desk@coalition.example' };
  const settings = readSettings(operator ? named : {}, root);
  await settleControllers(app.database, settings);
  await settleDemonstration(app.database, settings, rooms, say);
  dropCached();
  const keys = deriveKeys(secret);
  return { ...app, settings, keys: operator ? keys : keys.findApart() };
}
