import type { Queries } from '../database/database.ts';
import { withdraw } from './letter-queries.ts';

/** Takes back the letters of an act that have not left our hands. @returns how many */
export function withdrawLetters(trx: Queries, supporterKey: Buffer, actionId: string): Promise<number> {
  return withdraw(trx, supporterKey, actionId);
}
