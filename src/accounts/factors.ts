import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Keys } from '../config/keys.ts';
import type { Database, Queries } from '../database/database.ts';
import { seal, unseal } from '../sealing/sealing.ts';
import { isTotpSecret, stepOf } from './authenticator.ts';
import {
  mayTryTotp,
  noteWrongTotp,
  selectFactors,
  setRecoveryCodes,
  setTotp,
  spendRecoveryCode,
  spendStep,
} from './factor-queries.ts';
import { selectPasskeys } from './passkey-queries.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from './secrets.ts';

type Opening = { readonly keys: Keys };

/** What an account can sign in with, beside its mailbox. */
export interface Factors {
  readonly app: boolean;
  readonly passkeys: number;
  /** How many recovery codes are left. */
  readonly codes: number;
}

/** Whether a factor fits; `slow`: too many that did not came of late. */
export type Fits = 'yes' | 'no' | 'slow';

export async function factorsOf(queries: Queries, actor: ActorId): Promise<Factors> {
  const factors = await selectFactors(queries, actor);
  const passkeys = (await selectPasskeys(queries, actor)).length;
  return { app: factors?.totp_sealed != null, passkeys, codes: factors?.recovery_codes.length ?? 0 };
}

/**
 * Sets an app up, in the place of another, with ten new recovery codes.
 * @param secret as it was shown @param typed what the app shows
 * @returns the codes, which nobody sees again; undefined where what was typed is not the app's
 */
export async function setUpApp(
  trx: Queries,
  { keys }: Opening,
  actor: ActorId,
  { secret, typed }: { readonly secret: string; readonly typed: string },
): Promise<readonly string[] | undefined> {
  const step = isTotpSecret(secret) ? stepOf(secret, typed) : undefined;
  if (step === undefined) return undefined;
  await setTotp(trx, actor, seal(keys, 'accounts.totp_sealed', [actor], secret), step);
  await writeAudit(trx, { by: actor, operation: 'accounts.set-up-app', item: ['account', actor] });
  return fillRecoveryCodes(trx, actor);
}

/** Ten new recovery codes in the place of all others. @returns them; nobody sees them again */
export function makeRecoveryCodes(database: Database, actor: ActorId): Promise<readonly string[]> {
  return database.transaction().execute(async (trx) => {
    const codes = await fillRecoveryCodes(trx, actor);
    await writeAudit(trx, { by: actor, operation: 'accounts.make-recovery-codes', item: ['account', actor] });
    return codes;
  });
}

/** Ten new ones in the place of all others, with what somebody sets up anyway. */
export async function fillRecoveryCodes(trx: Queries, actor: ActorId): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await setRecoveryCodes(
    trx,
    actor,
    codes.flatMap((code) => hashOfRecoveryCode(code) ?? []),
  );
  return codes;
}

/** Whether somebody holds an account's app; each of its codes works once, and five wrong ones stop it for a while. */
export async function proveApp(trx: Queries, { keys }: Opening, actor: ActorId, typed: string): Promise<Fits> {
  const factors = await selectFactors(trx, actor);
  if (!factors?.totp_sealed) return 'no';
  if (!(await mayTryTotp(trx, actor))) return 'slow';
  const step = stepOf(unseal(keys, 'accounts.totp_sealed', [actor], factors.totp_sealed), typed);
  if (step !== undefined && (await spendStep(trx, actor, step))) return 'yes';
  await noteWrongTotp(trx, actor);
  return 'no';
}

/** The app's code, or one of the recovery codes, which is spent. */
export async function proveSecondFactor(trx: Queries, opening: Opening, actor: ActorId, typed: string): Promise<Fits> {
  const hash = hashOfRecoveryCode(typed);
  if (!hash) return proveApp(trx, opening, actor, typed);
  if (!(await spendRecoveryCode(trx, actor, hash))) return 'no';
  await writeAudit(trx, { by: actor, operation: 'accounts.use-recovery-code', item: ['account', actor] });
  return 'yes';
}
