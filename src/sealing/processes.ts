import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { KeyRing } from '../config/keys.ts';
import type { Database, Queries } from '../database/database.ts';
import { activeNumber, followKnown } from './keys-in-use.ts';
import { deleteProcess, putProcess } from './process-queries.ts';
import { selectKnownKeys } from './sealing-key-queries.ts';

/** The processes of this install. */
export interface Processes {
  /** How many are up, this one among them. */
  readonly up: number;
}

/** What is new is sealed with a key that this process was not given. */
export class MissingKeyError extends Error {
  override readonly name = 'MissingKeyError';
  constructor(number: number | undefined) {
    super(
      `SEALING_KEY: this process does not hold key ${number}, which seals what is new; give it the same keys as the others`,
    );
  }
}

const BEAT_SECONDS = 3;
const LEAVE_WITHIN = 2_000;
/**
 * Says every few seconds that this process is up and which keys it holds, and hears how many others are and which key seals what is new.
 * @param keys follow what the database says
 * @param onFailure told of a failure, once until it has passed
 * @returns what was heard last, and what ends it
 */
export async function joinProcesses(
  database: Database,
  keys: KeyRing,
  onFailure: (error: Error) => void,
  seconds = BEAT_SECONDS,
): Promise<{ processes: Processes; leave(): Promise<void> }> {
  const id = randomUUID();
  const processes = { up: 1 };
  const ending = new AbortController();
  const beat = async () => {
    processes.up = await sayUp(database, id, keys);
    const known = await selectKnownKeys(database);
    if (!followKnown(keys, known)) throw new MissingKeyError(activeNumber(known));
  };
  await beat();
  const beating = beatUntil(ending.signal, seconds, beat, onFailure);
  return {
    processes,
    leave: async () => {
      ending.abort();
      const left = beating.then(() => deleteProcess(database, id));
      // A database that is away is not waited for: who is silent is not up.
      await Promise.race([left.catch(() => {}), pause(LEAVE_WITHIN, undefined, { ref: false })]);
    },
  };
}

async function beatUntil(
  signal: AbortSignal,
  seconds: number,
  beat: () => Promise<void>,
  onFailure: (error: Error) => void,
): Promise<void> {
  let heard = true;
  while (!signal.aborted) {
    await pause(seconds * 1_000, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    const failure = await beat().then(
      () => undefined,
      (error: Error) => error,
    );
    if (failure && heard) onFailure(failure);
    heard = failure === undefined;
  }
}

/** @returns how many processes are up */
async function sayUp(queries: Queries, id: string, keys: KeyRing): Promise<number> {
  keys.readAgain();
  const holds = keys.available.map(({ number }) => number);
  return 1 + (await putProcess(queries, { id, host: hostname(), holds, sealsWith: keys.current.number }));
}
