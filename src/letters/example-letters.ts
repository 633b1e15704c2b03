import type { Action } from '../actions/action.ts';
import type { Database } from '../database/database.ts';
import { type ExampleStanding, setStanding } from './example-queries.ts';

export { exampleStandings } from './example-queries.ts';

/** Makes the letter of a confirmed action stand as letters may, for a demonstration. */
export function setExampleStanding(
  database: Database,
  { supporterKey, id }: Action,
  standing: ExampleStanding,
  bounceId: Buffer,
): Promise<void> {
  return database.transaction().execute((trx) => setStanding(trx, supporterKey, id, standing, bounceId));
}
