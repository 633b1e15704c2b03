import { forgetMailLimits } from '../actions/people.ts';
import type { Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { BATCH, daysBefore, untilDone } from './batches.ts';
import {
  deleteEndedActions,
  deleteJoined,
  deleteUnconfirmed,
  deleteWithoutActions,
  emptySupporters,
  lockIdle,
  selectEndedCampaigns,
} from './forget-queries.ts';
import type { EndedAction } from './personal-data.ts';

/** How long name and address are kept after the last act, as the privacy page says. Unconfirmed acts carry their own end: 7 days. */
export const NAME_AND_ADDRESS_DAYS = 90;

/** Longer than any limit of mails looks back. */
const MAIL_LIMIT_DAYS = 2;

/** How many rows were forgotten, by what they are. */
export type WhatWasForgotten = Readonly<Record<string, number>>;

type Forgetting = Pick<App, 'database' | 'handed'>;

/** Forgets what is no longer needed, in batches beside live traffic. Interrupted, it goes on where it was at its next turn. */
export async function forgetWhatIsNoLongerNeeded(app: Forgetting, now: Date): Promise<WhatWasForgotten> {
  const { database, handed } = app;
  const unconfirmedActs = await deleteActs(app, (trx) => deleteUnconfirmed(trx, now, BATCH));
  const others: WhatWasForgotten[] = [];
  for (const { forgotten } of handed.personalData) others.push((await forgotten?.(database, now)) ?? {});
  return {
    unconfirmedActs,
    ...Object.assign({}, ...others),
    namesAndAddresses: await forgetIdle(app, now),
    ...(await forgetEnded(app, now)),
    mailLimits: await forgetMailLimits(database, daysBefore(now, MAIL_LIMIT_DAYS)),
  };
}

function forgetIdle({ database, handed: { personalData } }: Forgetting, now: Date): Promise<number> {
  const limits = { before: daysBefore(now, NAME_AND_ADDRESS_DAYS), now, limit: BATCH };
  return untilDone(() =>
    database.transaction().execute(async (trx) => {
      const idle = await lockIdle(trx, personalData, limits);
      const emptied = await emptySupporters(trx, personalData, idle, now);
      await deleteWithoutActions(trx, idle);
      return emptied;
    }),
  );
}

async function forgetEnded(app: Forgetting, now: Date): Promise<WhatWasForgotten> {
  const ended = await selectEndedCampaigns(app.database, now);
  if (ended.length === 0) return { joined: 0, actsOfEndedCampaigns: 0 };
  const { personalData } = app.handed;
  return {
    joined: await untilDone(() => deleteJoined(app.database, ended, BATCH)),
    actsOfEndedCampaigns: await deleteActs(app, (trx) => deleteEndedActions(trx, personalData, ended, BATCH)),
  };
}

/** Deletes acts with what other rooms hang on them, and supporters of whom nothing is left. */
function deleteActs(
  { database, handed: { personalData } }: Forgetting,
  batch: (trx: Queries) => Promise<readonly EndedAction[]>,
): Promise<number> {
  return untilDone(() =>
    database.transaction().execute(async (trx) => {
      const acts = await batch(trx);
      for (const { actsGone } of personalData) await actsGone?.(trx, acts);
      await deleteWithoutActions(
        trx,
        acts.map(({ supporterKey }) => supporterKey),
      );
      return acts.length;
    }),
  );
}
