import type { App } from '../http/app.ts';
import { readSealed, UNREADABLE } from '../sealing/read-sealed.ts';
import type { Action } from './action.ts';
import { kindOf } from './action-kind.ts';
import { selectAddress } from './outgoing-queries.ts';

/**
 * Whether all that is sealed of an action opens: its details, its writer's address, what its kind keeps. What does not could be sent by
 * nobody, so that it is not confirmed either.
 */
export async function isLegible(
  app: Pick<App, 'database' | 'keys' | 'settings' | 'log' | 'handed'>,
  action: Action,
): Promise<boolean> {
  if (action.unreadable) return false;
  const sealed = await selectAddress(app.database, action.supporterKey);
  if (sealed && readSealed(app, 'supporters.address_sealed', [action.supporterKey], sealed) === UNREADABLE)
    return false;
  return (await kindOf(app, action).legible?.(app, action)) ?? true;
}
