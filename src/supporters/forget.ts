import { forgetEnded, forgetIdle, forgetUnconfirmed } from '../actions/forget-actions.ts';
import { forgetMailLimits } from '../actions/people.ts';
import { daysBefore } from '../database/batches.ts';
import type { App } from '../http/app.ts';

/** How long name and address are kept after the last act, as the privacy page says. Unconfirmed acts carry their own end: 7 days. */
export const NAME_AND_ADDRESS_DAYS = 90;

/** Longer than any limit of mails looks back. */
const MAIL_LIMIT_DAYS = 2;

/** How many rows were forgotten, by what they are. */
export type WhatWasForgotten = Readonly<Record<string, number>>;

type Forgetting = Pick<App, 'database' | 'handed'>;

/** Forgets what is no longer needed, in batches beside live traffic. Interrupted, it goes on where it was at its next turn. */
export async function forgetWhatIsNoLongerNeeded(app: Forgetting, now: Date): Promise<WhatWasForgotten> {
  const { database } = app;
  const rooms = app.handed.personalData;
  const unconfirmedActs = await forgetUnconfirmed(database, rooms, now);
  const others: WhatWasForgotten[] = [];
  for (const { forgotten } of rooms) others.push((await forgotten?.(database, now)) ?? {});
  return {
    unconfirmedActs,
    ...Object.assign({}, ...others),
    namesAndAddresses: await forgetIdle(database, rooms, { before: daysBefore(now, NAME_AND_ADDRESS_DAYS), now }),
    ...(await forgetEnded(database, rooms, now)),
    mailLimits: await forgetMailLimits(database, daysBefore(now, MAIL_LIMIT_DAYS)),
  };
}
