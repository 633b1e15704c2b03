import type { App } from '../http/app.ts';
import { BrokenSealError, unseal } from '../sealing/sealing.ts';
import { findAction } from './action.ts';
import { selectAddress } from './outgoing-queries.ts';

export interface ActionWriter {
  readonly name: string;
  readonly address: string;
  /** ISO 3166 alpha-3. */
  readonly country: string;
  readonly locality: string | undefined;
  readonly copy: boolean;
}

/**
 * Who stands behind an act, for the mail that carries it; undefined once name or address are forgotten.
 * @throws BrokenSealError where either can't be opened: nothing leaves in the name of nobody
 */
export async function writerOf(
  app: Pick<App, 'database' | 'keys'>,
  supporterKey: Buffer,
  actId: string,
): Promise<ActionWriter | undefined> {
  const [act, address] = await Promise.all([findAction(app, supporterKey, actId), addressOf(app, supporterKey)]);
  if (act?.unreadable) throw new BrokenSealError();
  if (!act?.details || !address) return undefined;
  const { name, locality, copy } = act.details;
  return { name, address, country: act.country, locality, copy: copy ?? false };
}

/** A supporter's address, undefined once it is forgotten. @throws BrokenSealError */
export async function addressOf(
  app: Pick<App, 'database' | 'keys'>,
  supporterKey: Buffer,
): Promise<string | undefined> {
  const sealed = await selectAddress(app.database, supporterKey);
  return sealed && unseal(app.keys, 'supporters.address_sealed', [supporterKey], sealed);
}
