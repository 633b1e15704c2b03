import { type KeySettings, readKeys, whereKeysAre } from '../config/key-file.ts';
import { type KeyRing, printOf } from '../config/keys.ts';
import type { Database, Queries } from '../database/database.ts';
import { holdsWhatKeysMade } from './reseal-queries.ts';
import { type KnownKey, noteFirst, noteLookup, selectKnownKeys } from './sealing-key-queries.ts';

export { holdsWhatKeysMade } from './reseal-queries.ts';
export type { KnownKey } from './sealing-key-queries.ts';

/**
 * The keys of this install, which are those that its database is sealed with. One is made where nothing is sealed yet.
 * @throws where one is missing under which something may be sealed, or is another one
 */
export async function keysInUse(
  settings: KeySettings,
  database: Database,
  { make }: { make: boolean },
): Promise<KeyRing> {
  const sealed = await isSealed(database);
  const keys = await readKeys(settings, { make: make && !sealed });
  await noteFirst(database, keys, sealed);
  const known = await selectKnownKeys(database);
  const wrong = wrongKey(keys, known) ?? (await wrongLookup(database, keys));
  if (wrong) throw new Error(`${whereKeysAre(settings)} ${wrong}; bring that one back, nothing was changed`);
  followKnown(keys, known);
  return keys;
}

/** Whether something is sealed that only its key opens; also in a database from before its key was noted. */
async function isSealed(queries: Queries): Promise<boolean> {
  return (await selectKnownKeys(queries)).length > 0 || (await holdsWhatKeysMade(queries));
}

/** @returns what is wrong with keys for a database that knows these, as the end of a sentence about them */
export function wrongKey(keys: Pick<KeyRing, 'numbered'>, known: readonly KnownKey[]): string | undefined {
  for (const { number, key_print } of known.filter(isNeeded)) {
    const key = keys.numbered(number);
    if (!key) return `does not hold key ${number}, which this database is sealed with`;
    if (key.print !== key_print) return `is not the key that this database is sealed with (number ${number})`;
  }
  return undefined;
}

/** Something may be sealed under it. */
export function isNeeded({ active_at, dropped_at }: KnownKey): boolean {
  return active_at !== null && dropped_at === null;
}

/** The number of the key that seals what is new. */
export function activeNumber(known: readonly KnownKey[]): number | undefined {
  return known.filter(isNeeded).at(-1)?.number;
}

/** Seals with the key that the database says, from now on. @returns false where it is not held */
export function followKnown(keys: KeyRing, known: readonly KnownKey[]): boolean {
  const active = activeNumber(known);
  keys.opensUnbound = known.every(({ resealed_at }) => resealed_at === null);
  return active === undefined || keys.use(active);
}

async function wrongLookup(queries: Queries, keys: KeyRing): Promise<string | undefined> {
  const print = printOf(keys.lookup);
  return (await noteLookup(queries, print)) === print
    ? undefined
    : 'has not the line `lookup` by which supporters are found here';
}
