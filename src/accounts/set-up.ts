import type { Keys } from '../config/keys.ts';
import type { Database, Queries } from '../database/database.ts';
import { factorsOf, fillRecoveryCodes, setUpApp } from './factors.ts';
import { addPasskey } from './passkeys.ts';
import type { RelyingParty } from './relying-party.ts';
import { deleteSessions, type SessionRow } from './session-queries.ts';
import { type Begun, type Browser, beginSession } from './sessions.ts';

/** Whoever set something up is signed in: ten recovery codes, which nobody sees again, and a new session; their others end. */
export interface SetUp {
  readonly codes: readonly string[];
  readonly begun: Begun;
}

/**
 * Sets an app up. Whoever came by a link is signed in by it: the link was one factor, the app is the other. Whoever was signed in goes on
 * under a new session.
 * @returns undefined where the code is not the app's, or where a link would add to what there is
 */
export function setUpFirstFactor(
  { database, keys }: { readonly database: Database; readonly keys: Keys },
  session: SessionRow,
  browser: Browser,
  typed: { readonly secret: string; readonly typed: string },
): Promise<SetUp | undefined> {
  return database.transaction().execute(async (trx) => {
    if (!(await maySetUp(trx, session))) return undefined;
    const codes = await setUpApp(trx, { keys }, session.actor_id, typed);
    return codes && signedIn(trx, session, browser, codes);
  });
}

/** The same by a passkey, for whoever came by a link. @param typed the browser's answer, and what its person calls the passkey */
export function setUpFirstPasskey(
  { database, party }: { readonly database: Database; readonly party: RelyingParty },
  session: SessionRow,
  browser: Browser,
  typed: { readonly answer: string; readonly name: string },
): Promise<SetUp | undefined> {
  return database.transaction().execute(async (trx) => {
    if (!(await maySetUp(trx, session))) return undefined;
    if ((await addPasskey(trx, { party, browser }, session.actor_id, typed)) !== 'added') return undefined;
    return signedIn(trx, session, browser, await fillRecoveryCodes(trx, session.actor_id));
  });
}

/** A link sets up the first, and nothing beside it. */
async function maySetUp(trx: Queries, { stage, actor_id }: SessionRow): Promise<boolean> {
  if (stage === 'signed-in') return true;
  const { app, passkeys } = await factorsOf(trx, actor_id);
  return !app && passkeys === 0;
}

async function signedIn(trx: Queries, { actor_id }: SessionRow, browser: Browser, codes: readonly string[]) {
  await deleteSessions(trx, actor_id, {});
  return { codes, begun: await beginSession(trx, actor_id, 'signed-in', browser) };
}
