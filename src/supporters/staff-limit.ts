import type { ActorId } from '../actors/actors.ts';
import { countEntriesSince } from '../audit/list-audit.ts';
import type { Queries } from '../database/database.ts';
import { lockActor } from './erasure-queries.ts';

const MOST_AN_HOUR = 20;
const HOUR = 3_600_000;

/** Whether one of the staff may do once more what is about somebody's data. What they did stands in the audit, in the same transaction. */
export async function takeOfStaff(trx: Queries, by: ActorId, operation: string, now = new Date()): Promise<boolean> {
  await lockActor(trx, by);
  return (await countEntriesSince(trx, { by, operation, since: new Date(now.getTime() - HOUR) })) < MOST_AN_HOUR;
}
