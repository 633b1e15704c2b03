import type { Queries } from '../database/database.ts';

/** The four offices that any state has, so that nobody meets a dead end; who holds them, and how they are reached, is for staff to add. */
export const offices = ['head-of-government', 'foreign-minister', 'justice-minister', 'speaker-of-parliament'] as const;
export type Office = (typeof offices)[number];

/** Makes the four offices of each state that has none yet. */
export async function loadOffices(queries: Queries, states: readonly string[]): Promise<void> {
  const rows = states.flatMap((state) =>
    offices.map((office) => ({ state, office, source_key: 'offices', external_id: office })),
  );
  await queries
    .insertInto('representatives')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['state', 'source_key', 'external_id']).doNothing())
    .execute();
}
