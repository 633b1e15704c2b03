import { isTried } from '../controllers/controllers.ts';
import { isDemonstration } from '../controllers/install.ts';
import type { App } from '../http/app.ts';
import { unseal } from '../sealing/sealing.ts';
import type { Action } from './action.ts';
import type { ActionDetails } from './offered-action.ts';
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
 * Who stands behind an action, for the mail that carries it; undefined once name or address are forgotten, and for what was tried in a
 * demonstration, once an operator is named: nothing of it is mailed.
 * @throws BrokenSealError where either can't be opened: nothing leaves in the name of nobody
 */
export async function writerOf(
  app: Pick<App, 'database' | 'keys' | 'settings'>,
  supporterKey: Buffer,
  actionId: string,
): Promise<ActionWriter | undefined> {
  const sealed = await selectWriter(app.database, { supporter_key: supporterKey, id: actionId });
  if (!sealed?.details_sealed || !sealed.address_sealed || !mayBeMailed(app, { controllerId: sealed.controller_id }))
    return undefined;
  const details = unseal(app.keys, 'actions.details_sealed', [supporterKey, actionId], sealed.details_sealed);
  const { name, locality, copy } = JSON.parse(details) as ActionDetails;
  const address = unseal(app.keys, 'supporters.address_sealed', [supporterKey], sealed.address_sealed);
  return { name, address, country: sealed.country, locality, copy: copy ?? false };
}

/** Whether anything of an action is mailed: of what was tried in a demonstration nothing, once an operator is named. */
export function mayBeMailed({ settings }: Pick<App, 'settings'>, action: { readonly controllerId: string }): boolean {
  return isDemonstration(settings) || !isTried(action);
}

/** The address to which something of an action is mailed; undefined once it is forgotten, or nothing of it is. @throws BrokenSealError */
export async function writersAddress(
  app: Pick<App, 'database' | 'keys' | 'settings'>,
  action: Pick<Action, 'supporterKey' | 'controllerId'>,
): Promise<string | undefined> {
  return mayBeMailed(app, action) ? addressOf(app, action.supporterKey) : undefined;
}

/** A supporter's address, undefined once it is forgotten. @throws BrokenSealError */
export async function addressOf(
  app: Pick<App, 'database' | 'keys'>,
  supporterKey: Buffer,
): Promise<string | undefined> {
  const sealed = await selectAddress(app.database, supporterKey);
  return sealed && unseal(app.keys, 'supporters.address_sealed', [supporterKey], sealed);
}
