import type { Queries } from '../database/database.ts';
import { cachedInMemory } from '../database/memory-cache.ts';
import type { Visible } from '../http/visible.ts';
import { alwaysPublic, fromVisible } from '../publications/visible-to.ts';
import { type State, selectStates } from './state-queries.ts';

export type { State } from './state-queries.ts';

/** All states; they change by import only. */
export const allStates: (queries: Queries) => Promise<Visible<readonly State[]>> = cachedInMemory(
  'states',
  async (queries) =>
    alwaysPublic(await selectStates(queries), 'which states there are, and what is judged of writing there'),
);

/** @returns undefined for a code that is no state's */
export const stateOf = fromVisible(
  (queries: Queries, _iso3: string) => allStates(queries),
  (states, _, iso3) => states.find((state) => state.iso3 === iso3),
);
