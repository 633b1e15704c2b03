import type { Keys } from '../config/keys.ts';
import type { Database } from '../database/database.ts';
import { activeNumber } from './keys-in-use.ts';
import { countByHead, sealedPlaces } from './reseal-queries.ts';
import { keyNumberOf } from './sealing.ts';
import { selectKnownKeys } from './sealing-key-queries.ts';

export interface ListedKey {
  readonly number: number;
  readonly print: string;
  readonly state: 'seals what is new' | 'opens what is older' | 'not used yet' | 'dropped';
  /** How many values are sealed under it. */
  readonly values: number;
}

/** Every sealing key that is held or was known, with what is sealed under it. */
export async function listKeys(app: { readonly database: Database; readonly keys: Keys }): Promise<ListedKey[]> {
  const known = await selectKnownKeys(app.database);
  const active = activeNumber(known);
  const values = await countValues(app);
  const unused = app.keys.available.filter(({ number }) => known.every((key) => key.number !== number));
  return [
    ...known.map((key) => ({ number: key.number, print: key.key_print, state: stateOf(key, active) })),
    ...unused.map(({ number, print }) => ({ number, print, state: 'not used yet' as const })),
  ].map((key) => ({ ...key, values: values.get(key.number) ?? 0 }));
}

function stateOf(
  key: { number: number; active_at: Date | null; dropped_at: Date | null },
  active: number | undefined,
): ListedKey['state'] {
  if (key.dropped_at) return 'dropped';
  if (!key.active_at) return 'not used yet';
  return key.number === active ? 'seals what is new' : 'opens what is older';
}

async function countValues({ database }: { readonly database: Database }): Promise<ReadonlyMap<number, number>> {
  const all = new Map<number, number>();
  for (const place of await sealedPlaces(database))
    for (const { head, values } of await countByHead(database, place)) {
      const number = keyNumberOf(head);
      all.set(number, (all.get(number) ?? 0) + values);
    }
  return all;
}
