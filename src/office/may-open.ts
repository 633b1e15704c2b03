import { mayEver } from '../accounts/roles.ts';
import type { SessionRow } from '../accounts/sessions.ts';
import type { Who } from './office-route.ts';

/** Whether somebody who is in may come to an address of the office at all. */
export function mayOpen({ role }: Pick<SessionRow, 'role'>, who: Who): boolean {
  return who === 'anybody' || who === 'session' || who === 'signed-in' || mayEver(role, who);
}
