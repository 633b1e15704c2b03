import type { Queries } from '../database/database.ts';
import { countLeaving, lockOnTheirWay, withdraw } from './letter-queries.ts';

/**
 * Locks the letters of an action, or all of a supporter's, that may still leave. Called before the action itself changes, in the same
 * transaction.
 * @returns how many are leaving at this moment and can't be stopped
 */
export function holdLetters(trx: Queries, supporterKey: Buffer, actionId?: string): Promise<number> {
  return lockOnTheirWay(trx, supporterKey, actionId);
}

/** Takes back the letters of an action that have not begun to leave. @returns how many */
export function withdrawLetters(trx: Queries, supporterKey: Buffer, actionId: string): Promise<number> {
  return withdraw(trx, supporterKey, actionId);
}

/** How many letters of an action are being handed over at this moment. */
export function lettersLeaving(queries: Queries, supporterKey: Buffer, actionId: string): Promise<number> {
  return countLeaving(queries, supporterKey, actionId);
}
