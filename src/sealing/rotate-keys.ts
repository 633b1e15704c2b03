import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import { changeKeyFile, type KeySettings, keyLine, whereKeysAre } from '../config/key-file.ts';
import type { DerivedKeys, KeyRing } from '../config/keys.ts';
import type { Database } from '../database/database.ts';
import { activeNumber, isNeeded } from './keys-in-use.ts';
import { type Resealed, reseal } from './reseal.ts';
import {
  activateKey,
  hostsWithout,
  insertKey,
  isSealingOtherwise,
  type KnownKey,
  lockRotation,
  selectKnownKeys,
  unlockRotation,
} from './sealing-key-queries.ts';

interface Rotating {
  readonly settings: KeySettings;
  readonly database: Database;
  readonly keys: KeyRing;
  readonly by: ActorId;
}

/** How long processes get to take a key up; each looks every few seconds. */
const PATIENCE = 30_000;

/**
 * Gives what is new another key, and seals what there is anew under it, beside live traffic. Killed at any moment, the next call goes
 * on where it was; the last part goes on by itself.
 * @param say told of each step
 * @throws where a process is up that does not hold the new key, or SEALING_KEY must be changed by whoever set it; nothing seals with
 * the key then
 */
export async function rotateKeys(app: Rotating, say: (line: string) => void, patience = PATIENCE): Promise<Resealed> {
  return app.database.connection().execute(async (connection) => {
    if (!(await lockRotation(connection))) throw new Error('somebody else is rotating the keys just now');
    return rotate(app, say, patience).finally(() => unlockRotation(connection));
  });
}

async function rotate(app: Rotating, say: (line: string) => void, patience: number): Promise<Resealed> {
  const number = await activeAfter(app, say, patience);
  app.keys.use(number);
  say(`key ${number} seals what is new`);
  await until(async () => !(await isSealingOtherwise(app.database, number, 'up')), patience);
  const done = await reseal(app);
  say(`${done.values} values sealed anew under key ${number}`);
  if (done.broken > 0) say(`${done.broken} values can’t be opened by any key that is held: they were moved or damaged`);
  if (!done.complete)
    say('something is still in use, or a process fell silent within the hour: the rest is sealed anew by itself');
  return done;
}

/** @returns the number of the key that seals from now on: that of an unfinished rotation, or another one */
async function activeAfter(app: Rotating, say: (line: string) => void, patience: number): Promise<number> {
  const known = await selectKnownKeys(app.database);
  const unfinished = unfinishedRotation(known);
  if (unfinished) return unfinished;
  const next = await nextKey(app, known, say);
  await insertKey(app.database, next);
  say(`key ${next.number} (${next.print}) is there`);
  await activate(app, next, patience);
  return next.number;
}

/** A second key seals already, and something is left that was sealed before it. */
function unfinishedRotation(known: readonly KnownKey[]): number | undefined {
  const needed = known.filter(isNeeded);
  const last = needed.at(-1);
  return needed.length > 1 && last?.resealed_at === null ? last.number : undefined;
}

/** A key that is held and never sealed anything, or one that is made. */
async function nextKey(app: Rotating, known: readonly KnownKey[], say: (line: string) => void): Promise<DerivedKeys> {
  app.keys.readAgain();
  const active = activeNumber(known) ?? 0;
  const waiting = app.keys.available.findLast(({ number }) => number > active);
  if (!waiting) return makeKey(app, 1 + Math.max(active, ...known.map(({ number }) => number)), say);
  const other = known.find(({ number, key_print }) => number === waiting.number && key_print !== waiting.print);
  if (other) throw new Error(`${whereKeysAre(app.settings)}: key ${other.number} is not the one that was added before`);
  return waiting;
}

async function makeKey(
  { settings, keys }: Rotating,
  number: number,
  say: (line: string) => void,
): Promise<DerivedKeys> {
  const lines = [keyLine('lookup', keys.lookup), keyLine(number, randomBytes(32))];
  if (settings.SEALING_KEY) {
    for (const line of lines) say(`add to SEALING_KEY, behind a comma, unless it is there: ${line}`);
    throw new Error(
      'SEALING_KEY: give it what is said above, in every process, restart them one after the other, and rotate again',
    );
  }
  await changeKeyFile(settings, (before) => [...before, ...lines.filter((line) => !before.includes(line))]);
  keys.readAgain();
  const made = keys.numbered(number);
  if (!made) throw new Error(`${whereKeysAre(settings)}: key ${number} was written and can’t be read`);
  return made;
}

async function activate({ database, by }: Rotating, { number, print }: DerivedKeys, patience: number): Promise<void> {
  const activateOnce = () =>
    database.transaction().execute(async (trx) => {
      if (!(await activateKey(trx, number))) return false;
      await writeAudit(trx, { by, operation: 'sealing.rotate', item: ['key', String(number)], after: { print } });
      return true;
    });
  if (await until(activateOnce, patience)) return;
  const hosts = (await hostsWithout(database, number)).join(', ');
  throw new Error(
    `a process on ${hosts} does not hold key ${number}: give it the same keys, then rotate again; nothing is sealed with it so far`,
  );
}

/** @returns whether it came true in time */
async function until(holds: () => Promise<boolean>, patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  for (;;) {
    if (await holds()) return true;
    if (performance.now() >= end) return false;
    await pause(200);
  }
}
