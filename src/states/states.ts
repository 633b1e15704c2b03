import type { Queries } from '../database/database.ts';
import { cachedInMemory } from '../database/memory-cache.ts';
import { type State, selectStates } from './state-queries.ts';

export type { State } from './state-queries.ts';

/** All states; they change by import only. */
export const allStates: (queries: Queries) => Promise<readonly State[]> = cachedInMemory('states', selectStates);

/** @returns undefined for a code that is no state's */
export async function stateOf(queries: Queries, iso3: string): Promise<State | undefined> {
  return (await allStates(queries)).find((state) => state.iso3 === iso3);
}
