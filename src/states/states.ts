import type { Queries } from '../database/database.ts';
import { type State, selectStates } from './state-queries.ts';

export type { State } from './state-queries.ts';

let known: Promise<readonly State[]> | undefined;

/** All states, kept in memory: they change by import only, which drops them (`forgetStates`). */
export function allStates(queries: Queries): Promise<readonly State[]> {
  known ??= selectStates(queries).catch((error: Error) => {
    known = undefined;
    throw error;
  });
  return known;
}

/** @returns undefined for a code that is no state's */
export async function stateOf(queries: Queries, iso3: string): Promise<State | undefined> {
  return (await allStates(queries)).find((state) => state.iso3 === iso3);
}

export function forgetStates(): void {
  known = undefined;
}
