import type { App } from '../http/app.ts';
import { unseal } from '../sealing/sealing.ts';
import type { ActionDetails } from './accept-action.ts';
import { selectAddress, selectWriter } from './outgoing-queries.ts';

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
  const sealed = await selectWriter(app.database, { supporter_key: supporterKey, id: actId });
  if (!sealed?.details_sealed || !sealed.address_sealed) return undefined;
  const details = unseal(app.keys, 'actions.details_sealed', [supporterKey, actId], sealed.details_sealed);
  const { name, locality, copy } = JSON.parse(details) as ActionDetails;
  const address = unseal(app.keys, 'supporters.address_sealed', [supporterKey], sealed.address_sealed);
  return { name, address, country: sealed.country, locality, copy: copy ?? false };
}

/** A supporter's address, undefined once it is forgotten. @throws BrokenSealError */
export async function addressOf(
  app: Pick<App, 'database' | 'keys'>,
  supporterKey: Buffer,
): Promise<string | undefined> {
  const sealed = await selectAddress(app.database, supporterKey);
  return sealed && unseal(app.keys, 'supporters.address_sealed', [supporterKey], sealed);
}
