import type { Keys } from '../config/keys.ts';
import type { Database } from '../database/database.ts';
import { proveSecondFactor } from './factors.ts';
import { tryCode } from './mailed-codes.ts';
import { type Begun, type Browser, beginSession } from './sessions.ts';

/** What became of signing in. */
export type SignedIn = Begun | 'no' | 'slow';

/** A mailed code and, as the second factor, an app's code or a recovery code: nobody comes in with one of them. */
export async function signInByCodes(
  { database, keys }: { readonly database: Database; readonly keys: Keys },
  browser: Browser,
  typed: { readonly code: string; readonly second: string },
): Promise<SignedIn> {
  // A try that failed stays counted: nothing of it is rolled back.
  return database.transaction().execute(async (trx) => {
    const fitting = await tryCode(trx, { keys }, browser.token, typed.code);
    if (!fitting) return 'no';
    const actor = fitting.account.actor_id;
    const fits = await proveSecondFactor(trx, { keys }, actor, typed.second);
    if (fits !== 'yes') return fits;
    return (await fitting.spend()) ? beginSession(trx, actor, 'signed-in', browser) : 'no';
  });
}
