import type { Database, Queries } from '../database/database.ts';
import {
  deleteEndedActs,
  deleteJoined,
  deleteUnconfirmed,
  deleteWithoutActs,
  emptyLetters,
  emptySupporters,
  lockIdle,
  selectEndedCampaigns,
} from './forget-queries.ts';
import { forgetMailLimits } from './mail-allowance-queries.ts';

const DAY = 86_400_000;
/** How long what is kept, as the privacy page says. Unconfirmed acts carry their own end: 7 days. */
export const LETTER_TEXT_DAYS = 30;
export const NAME_AND_ADDRESS_DAYS = 90;

/** Longer than any limit of mails looks back. */
const MAIL_LIMIT_DAYS = 2;

/** Small enough that nobody waits long for a row. */
const BATCH = 1_000;

export interface WhatWasForgotten {
  readonly unconfirmedActs: number;
  readonly letterTexts: number;
  readonly namesAndAddresses: number;
  readonly joined: number;
  readonly actsOfEndedCampaigns: number;
  readonly mailLimits: number;
}

/** Forgets what is no longer needed, in batches beside live traffic. Interrupted, it goes on where it was at its next turn. */
export async function forgetWhatIsNoLongerNeeded(database: Database, now: Date): Promise<WhatWasForgotten> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY);
  const ended = await selectEndedCampaigns(database, now);
  const inOne = (work: (trx: Queries) => Promise<number>) => database.transaction().execute(work);
  return {
    unconfirmedActs: await untilDone(() =>
      inOne(async (trx) => withTheirSupporters(trx, await deleteUnconfirmed(trx, now, BATCH))),
    ),
    letterTexts: await untilDone(() => emptyLetters(database, daysAgo(LETTER_TEXT_DAYS), BATCH)),
    namesAndAddresses: await untilDone(() =>
      inOne(async (trx) => {
        const idle = await lockIdle(trx, daysAgo(NAME_AND_ADDRESS_DAYS), now, BATCH);
        const emptied = await emptySupporters(trx, idle, now);
        await deleteWithoutActs(trx, idle);
        return emptied;
      }),
    ),
    joined: await untilDone(() => (ended.length === 0 ? none() : deleteJoined(database, ended, BATCH))),
    actsOfEndedCampaigns: await untilDone(() =>
      ended.length === 0
        ? none()
        : inOne(async (trx) => withTheirSupporters(trx, await deleteEndedActs(trx, ended, BATCH))),
    ),
    mailLimits: await forgetMailLimits(database, daysAgo(MAIL_LIMIT_DAYS)),
  };
}

async function none(): Promise<number> {
  return 0;
}

async function withTheirSupporters(trx: Queries, keys: readonly Buffer[]): Promise<number> {
  await deleteWithoutActs(trx, keys);
  return keys.length;
}

/** Goes on while batches come back full. */
async function untilDone(batch: () => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const some = await batch();
    all += some;
    if (some < BATCH) return all;
  }
}
