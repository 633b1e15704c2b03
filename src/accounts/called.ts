import { randomBytes } from 'node:crypto';
import { type Opening, readSealed, type Unreadable } from '../sealing/read-sealed.ts';
import type { AccountRow } from './account-queries.ts';

/** Stands for the name of somebody who was invited by their address alone, until they say what they are called. */
export function nameToCome(): string {
  return `invited ${randomBytes(6).toString('hex')}`;
}

/** Whether somebody has not said yet what they are called. */
export function isNameToCome(name: string): boolean {
  return /^invited [0-9a-f]{12}$/.test(name);
}

/** For whoever may change accounts, and whose it is. */
export function addressOf(app: Opening, account: Pick<AccountRow, 'actor_id' | 'address_sealed'>): string | Unreadable {
  return readSealed(app, 'accounts.address_sealed', [account.actor_id], account.address_sealed);
}
