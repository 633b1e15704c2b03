import { forgetErased } from '../actions/erased-actions.ts';
import { forgetEnded, forgetIdle, forgetUnconfirmed } from '../actions/forget-actions.ts';
import { forgetMailLimits } from '../actions/people.ts';
import { MAIL_LIMIT_DAYS, NAME_AND_ADDRESS_DAYS } from '../actions/retention.ts';
import { daysBefore } from '../database/batches.ts';
import type { App } from '../http/app.ts';

/** How many rows were forgotten, by what they are. */
export type WhatWasForgotten = Readonly<Record<string, number>>;

type Forgetting = Pick<App, 'database' | 'handed' | 'settings'>;

/** Forgets what is no longer needed, in batches beside live traffic. Interrupted, it goes on where it was at its next turn. */
export async function forgetWhatIsNoLongerNeeded(app: Forgetting, now: Date): Promise<WhatWasForgotten> {
  const { database } = app;
  const rooms = app.handed.personalData;
  const unconfirmedActions = await forgetUnconfirmed(database, rooms, now);
  const others: WhatWasForgotten[] = [];
  for (const { forgotten } of rooms) others.push((await forgotten?.(database, now)) ?? {});
  return {
    unconfirmedActions,
    ...Object.assign({}, ...others),
    namesAndAddresses: await forgetIdle(database, rooms, { before: daysBefore(now, NAME_AND_ADDRESS_DAYS), now }),
    ...(await forgetEnded(database, rooms, now, app.settings.TIME_ZONE)),
    whatWasErased: await forgetErased(database, now),
    mailLimits: await forgetMailLimits(database, daysBefore(now, MAIL_LIMIT_DAYS)),
  };
}
