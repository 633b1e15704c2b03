import type { Queries } from '../database/database.ts';
import { selectClock } from './clock-queries.ts';

/** What three clocks say at one moment, in milliseconds: one that nobody sets, this machine's and the database's. */
export interface Clocks {
  readonly steady: number;
  readonly machine: number;
  readonly database: number;
}

/** Clocks are corrected by less than that all the time. */
const NOTABLE = 60_000;

export async function readClocks(queries: Queries): Promise<Clocks> {
  const database = await selectClock(queries);
  return { steady: performance.now(), machine: Date.now(), database: database ?? Date.now() };
}

/**
 * Notices that a clock was set, forwards or back.
 * @param onSet called at the first look too: it may have been set while nobody looked
 * @returns one look
 */
export function clockWatch(
  read: () => Promise<Clocks>,
  onSet: (first: boolean) => Promise<unknown>,
): () => Promise<void> {
  let before: Clocks | undefined;
  return async () => {
    const now = await read();
    if (before === undefined || wasSet(before, now)) await onSet(before === undefined);
    // Only now: where mending failed, the next look finds the same.
    before = now;
  };
}

function wasSet(before: Clocks, now: Clocks): boolean {
  const passed = now.steady - before.steady;
  return (['machine', 'database'] as const).some((clock) => Math.abs(now[clock] - before[clock] - passed) > NOTABLE);
}
