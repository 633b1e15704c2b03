import { endedCampaigns } from '../campaigns/campaigns.ts';
import { BATCH, untilDone } from '../database/batches.ts';
import type { Database, Queries } from '../database/database.ts';
import type { TimeZone } from '../text/time-zone.ts';
import { leaveErased } from './erased-actions.ts';
import {
  deleteJoined,
  deleteLocked,
  deleteUnconfirmed,
  deleteWithoutActions,
  emptySupporters,
  lockEndedActions,
  lockIdle,
} from './forget-queries.ts';
import type { EndedAction, HangsOnActions } from './hangs-on-actions.ts';

type Rooms = readonly HangsOnActions[];

/** Forgets actions that nobody confirmed in time. @returns how many */
export function forgetUnconfirmed(database: Database, rooms: Rooms, now: Date): Promise<number> {
  return deleteActions(database, rooms, (trx) => deleteUnconfirmed(trx, now, BATCH));
}

/** Forgets names and addresses of those whose last action was before a moment and who want nothing more. @returns of how many */
export function forgetIdle(
  database: Database,
  rooms: Rooms,
  { before, now }: { before: Date; now: Date },
): Promise<number> {
  return untilDone(() =>
    database.transaction().execute(async (trx) => {
      const idle = await lockIdle(trx, rooms, { before, now, limit: BATCH });
      const emptied = await emptySupporters(trx, rooms, idle, now);
      await deleteWithoutActions(trx, idle);
      return emptied;
    }),
  );
}

/** Forgets who joined campaigns that are over, and actions of theirs that no room needs any more. @returns how many */
export async function forgetEnded(
  database: Database,
  rooms: Rooms,
  now: Date,
  zone: TimeZone,
): Promise<{ joined: number; actionsOfEndedCampaigns: number }> {
  const ended = await endedCampaigns(database, now);
  if (ended.length === 0) return { joined: 0, actionsOfEndedCampaigns: 0 };
  return {
    joined: await untilDone(() => deleteJoined(database, ended, BATCH)),
    actionsOfEndedCampaigns: await deleteActions(database, rooms, async (trx) => {
      const actions = await lockEndedActions(trx, rooms, ended, BATCH);
      await leaveErased(trx, rooms, actions, { asked: false, now, zone });
      await deleteLocked(trx, actions);
      return actions;
    }),
  };
}

/**
 * Deletes actions, with which their consents go (migration 026), then what other rooms hang on them, and supporters of whom nothing is
 * left. Erasing goes in the same order (`supporters/erase.ts`), so that neither waits for the other in a circle.
 */
function deleteActions(
  database: Database,
  rooms: Rooms,
  batch: (trx: Queries) => Promise<readonly EndedAction[]>,
): Promise<number> {
  return untilDone(() =>
    database.transaction().execute(async (trx) => {
      const actions = await batch(trx);
      for (const { actionsGone } of rooms) await actionsGone?.(trx, actions);
      await deleteWithoutActions(
        trx,
        actions.map(({ supporterKey }) => supporterKey),
      );
      return actions.length;
    }),
  );
}
