import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database, Queries } from '../database/database.ts';
import { clearTotp, selectFactors } from './factor-queries.ts';
import { deletePasskey, selectPasskeys } from './passkey-queries.ts';
import type { RelyingParty } from './relying-party.ts';

/** `last`: it is the only second factor that works, and stays. */
export type FactorRemoved = 'removed' | 'last' | 'none';

interface Removing {
  readonly database: Database;
  /** For whom passkeys work now; undefined: for nobody. */
  readonly party: RelyingParty | undefined;
}

/** Takes one of their passkeys from somebody. */
export function removePasskey({ database, party }: Removing, actor: ActorId, id: string): Promise<FactorRemoved> {
  return database.transaction().execute(async (trx) => {
    const { app, passkeys } = await working(trx, party, actor);
    if (!app && passkeys.every((one) => one.id === id)) return 'last';
    if (!(await deletePasskey(trx, actor, id))) return 'none';
    await writeAudit(trx, { by: actor, operation: 'accounts.remove-passkey', item: ['account', actor] });
    return 'removed';
  });
}

/** Takes their app from somebody; recovery codes stay. */
export function removeApp({ database, party }: Removing, actor: ActorId): Promise<FactorRemoved> {
  return database.transaction().execute(async (trx) => {
    const { app, passkeys } = await working(trx, party, actor);
    if (!app) return 'none';
    if (passkeys.length === 0) return 'last';
    await clearTotp(trx, actor);
    await writeAudit(trx, { by: actor, operation: 'accounts.remove-app', item: ['account', actor] });
    return 'removed';
  });
}

/** What signs somebody in where the site is now; whoever else takes some of it away waits. */
async function working(trx: Queries, party: RelyingParty | undefined, actor: ActorId) {
  const factors = await selectFactors(trx, actor, { lock: true });
  const passkeys = (await selectPasskeys(trx, actor)).filter(({ rp_id }) => rp_id === party?.id);
  return { app: factors?.totp_sealed != null, passkeys };
}
