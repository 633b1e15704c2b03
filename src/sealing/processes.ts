import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { KeyRing } from '../config/keys.ts';
import type { Database, Queries } from '../database/database.ts';
import { activeNumber, followKnown, selectKnownKeys } from './keys-in-use.ts';

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
/** A process is up that was heard of within this time, by the database's clock in either direction. */
export const ALIVE_SECONDS = 10;

export const alive = sql<boolean>`seen_at BETWEEN now() - make_interval(secs => ${ALIVE_SECONDS}) AND now() + make_interval(secs => ${ALIVE_SECONDS})`;
/** It may be up still: silent for a while, but not for good. */
export const lately = sql<boolean>`seen_at BETWEEN now() - interval '1 hour' AND now() + interval '1 hour'`;

/**
 * Says every few seconds that this process is up and which keys it holds, and hears how many others are and which key seals what is new.
 * @param keys follow what the database says
 * @param told of a failure, once until it has passed
 * @returns what was heard last, and what ends it
 */
export async function joinProcesses(
  database: Database,
  keys: KeyRing,
  told: (error: Error) => void,
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
  const beating = beatUntil(ending.signal, seconds, beat, told);
  return {
    processes,
    leave: async () => {
      ending.abort();
      const left = beating.then(() => database.deleteFrom('processes').where('id', '=', id).execute());
      // A database that is away is not waited for: who is silent is not up.
      await Promise.race([left.catch(() => {}), pause(LEAVE_WITHIN, undefined, { ref: false })]);
    },
  };
}

async function beatUntil(
  signal: AbortSignal,
  seconds: number,
  beat: () => Promise<void>,
  told: (error: Error) => void,
): Promise<void> {
  let heard = true;
  while (!signal.aborted) {
    await pause(seconds * 1_000, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    const failure = await beat().then(
      () => undefined,
      (error: Error) => error,
    );
    if (failure && heard) told(failure);
    heard = failure === undefined;
  }
}

/** @returns how many processes are up */
async function sayUp(queries: Queries, id: string, keys: KeyRing): Promise<number> {
  keys.readAgain();
  const holds = keys.held.map(({ number }) => number);
  const { rows } = await sql<{ others: number }>`
    WITH here AS (
      INSERT INTO processes (id, host, holds, seals_with) VALUES (${id}::uuid, ${hostname()}, ${holds}::int[], ${keys.current.number}::int)
      ON CONFLICT (id) DO UPDATE SET seen_at = now(), holds = excluded.holds, seals_with = excluded.seals_with),
    gone AS (
      DELETE FROM processes WHERE id <> ${id}::uuid AND NOT ${lately})
    SELECT count(*) AS others FROM processes WHERE id <> ${id}::uuid AND ${alive}`.execute(queries);
  return 1 + (rows[0]?.others ?? 0);
}
