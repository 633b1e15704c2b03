import { isFresh, type SessionRow } from '../accounts/sessions.ts';
import { type Answer, seeOther } from '../http/answer.ts';
import { officeAddresses } from './addresses.ts';
import { keepSent } from './keep-unsent.ts';
import { mayOpen } from './may-open.ts';
import { refusedPage } from './office-errors.tsx';
import type { OfficeRequest, OfficeRoute } from './office-route.ts';
import { behindHome } from './way-back.ts';

/** What somebody with a session is answered where they may not, or not yet: what they sent is kept until they have shown who they are. */
export async function refusedTo(
  route: OfficeRoute,
  checked: OfficeRequest,
  session: SessionRow,
): Promise<Answer | undefined> {
  const { who, fresh } = route;
  if (who === 'anybody') return undefined;
  if (session.stage === 'setting-up')
    return who === 'session' ? undefined : seeOther(officeAddresses.setUp(checked.lang));
  if (!mayOpen(session, who)) return refusedPage(checked, 'role');
  if (!fresh || isFresh(session)) return undefined;
  const unsent = route.method === 'POST' ? await keepSent(checked, route, session.actor_id) : undefined;
  const there = unsent
    ? officeAddresses.unsent(checked.lang, unsent)
    : fresh.pattern.replace(/:(\w+)/g, (_, name) => encodeURIComponent(checked.params[name] ?? ''));
  return seeOther(officeAddresses.prove(checked.lang, { to: behindHome(checked.lang, there) }));
}
