import type { Keys } from '../config/keys.ts';
import type { Database } from '../database/database.ts';
import { activeNumber } from './keys-in-use.ts';
import { countStale, type SealedPlace, sealedPlaces, takeStale, writeSealed } from './reseal-queries.ts';
import { BrokenSealError, type RowKey, seal, sealHead, unseal } from './sealing.ts';
import { isSealingOtherwise, selectKnownKeys, setResealed } from './sealing-key-queries.ts';

/** Small enough that nobody notices the locks. */
const BATCH = 100;
/** Rows that somebody held are met again by the next pass. */
const MOST_PASSES = 5;

export interface Resealed {
  readonly values: number;
  /** Values that can't be opened, because they were moved or damaged; they stay as they are. */
  readonly broken: number;
  /** Nothing that can be opened is sealed under another key, and nobody seals with one. */
  readonly complete: boolean;
}

type Sealing = { readonly database: Database; readonly keys: Keys };

/**
 * Seals under the current key whatever is sealed under another one, or bound to no row, in small batches beside live traffic. Killed at any
 * moment it has lost nothing, two at once do each other no harm, and the next goes on.
 */
export async function reseal(app: Sealing, signal?: AbortSignal): Promise<Resealed> {
  const places = await sealedPlaces(app.database);
  const { number } = app.keys.current;
  let values = 0;
  let broken = 0;
  for (let pass = 0; pass < MOST_PASSES && !signal?.aborted; pass += 1) {
    const done = await resealOnce(app, places, signal);
    values += done.values;
    broken = done.broken;
    if (done.values === 0) break;
  }
  const complete = (await countLeft(app, places)) === broken && (await nobodySealsOtherwise(app, number));
  if (complete) await setResealed(app.database, number);
  return { values, broken, complete };
}

/** The duty: goes on where a rotation, or an upgrade, left something sealed as before. */
export async function resealWhatIsLeft(app: Sealing, signal?: AbortSignal): Promise<Resealed | undefined> {
  const known = await selectKnownKeys(app.database);
  const current = known.find(({ number }) => number === app.keys.current.number);
  if (!current || current.resealed_at || current.number !== activeNumber(known)) return undefined;
  return reseal(app, signal);
}

async function nobodySealsOtherwise({ database, keys }: Sealing, number: number): Promise<boolean> {
  return keys.current.number === number && !(await isSealingOtherwise(database, number, 'may be up'));
}

async function countLeft({ database, keys }: Sealing, places: readonly SealedPlace[]): Promise<number> {
  let left = 0;
  for (const place of places) left += await countStale(database, place, sealHead(keys.current));
  return left;
}

async function resealOnce(app: Sealing, places: readonly SealedPlace[], signal?: AbortSignal) {
  const all = { values: 0, broken: 0 };
  for (const place of places) {
    let after: RowKey | undefined;
    do {
      const batch = await resealBatch(app, place, after);
      all.values += batch.values;
      all.broken += batch.broken;
      after = batch.last;
    } while (after && !signal?.aborted);
  }
  return all;
}

function resealBatch({ database, keys }: Sealing, place: SealedPlace, after: RowKey | undefined) {
  return database.transaction().execute(async (trx) => {
    const taken = await takeStale(trx, place, sealHead(keys.current), after, BATCH);
    const done = { values: 0, broken: 0, last: taken.at(-1)?.at };
    for (const { at, row, sealed } of taken) {
      const text = opened(keys, place, row, sealed);
      if (text === undefined) done.broken += 1;
      else {
        await writeSealed(trx, place, at, seal(keys, place.column, row, text));
        done.values += 1;
      }
    }
    return done;
  });
}

function opened(keys: Keys, { column }: SealedPlace, row: RowKey, sealed: Buffer): string | undefined {
  try {
    return unseal(keys, column, row, sealed);
  } catch (error) {
    if (error instanceof BrokenSealError) return undefined;
    throw error;
  }
}
