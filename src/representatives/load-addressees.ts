import type { Queries } from '../database/database.ts';
import { publicOffices } from '../states/public-offices.ts';
import { insertAddressees } from './addressee-queries.ts';

/**
 * Makes the four offices of each state that has none yet, so that nobody meets a dead end; who holds them, and how they are reached, is
 * for staff to add.
 */
export async function loadAddressees(queries: Queries, states: readonly string[]): Promise<void> {
  const rows = states.flatMap((state) =>
    publicOffices.map((office) => ({ state, office, source_key: 'offices', external_id: office })),
  );
  await insertAddressees(queries, rows);
}
