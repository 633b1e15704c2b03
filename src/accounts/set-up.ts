import type { Keys } from '../config/keys.ts';
import type { Database } from '../database/database.ts';
import { factorsOf, setUpApp } from './factors.ts';
import { deleteSessions, type SessionRow } from './session-queries.ts';
import { type Begun, type Browser, beginSession } from './sessions.ts';

/**
 * Sets an app up. Whoever came by a link is signed in by it: the link was one factor, the app is the other. Whoever was signed in goes on
 * under a new session; all others of theirs end.
 * @returns undefined where the code is not the app's, or where a link would set up another app than the one there is
 */
export function setUpFirstFactor(
  { database, keys }: { readonly database: Database; readonly keys: Keys },
  session: SessionRow,
  browser: Browser,
  typed: { readonly secret: string; readonly typed: string },
): Promise<{ readonly codes: readonly string[]; readonly begun: Begun } | undefined> {
  const actor = session.actor_id;
  return database.transaction().execute(async (trx) => {
    if (session.stage === 'setting-up' && (await factorsOf(trx, actor)).app) return undefined;
    const codes = await setUpApp(trx, { keys }, actor, typed);
    if (!codes) return undefined;
    await deleteSessions(trx, actor, {});
    return { codes, begun: await beginSession(trx, actor, 'signed-in', browser) };
  });
}
