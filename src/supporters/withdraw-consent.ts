import { findAction } from '../actions/action.ts';
import { withdrawAction } from '../actions/withdraw-action.ts';
import { consentsOf, withdrawConsents } from '../consents/consents.ts';
import type { App } from '../http/app.ts';
import type { Opening } from '../sealing/read-sealed.ts';

/** Takes one consent back (GDPR art. 7(3)). Without the consent to an action the action itself can't stand, and is taken back with it. */
export async function withdrawConsent(
  app: Pick<App, 'database' | 'handed'> & Opening,
  key: Buffer,
  id: string,
  now = new Date(),
): Promise<void> {
  const consent = (await consentsOf(app.database, key)).find((given) => given.id === id);
  if (!consent) return;
  const action = consent.purpose === 'act' ? await findAction(app, key, consent.action_id) : undefined;
  if (action) await withdrawAction(app, action, now);
  await withdrawConsents(app.database, { supporterKey: key, id }, now);
}
