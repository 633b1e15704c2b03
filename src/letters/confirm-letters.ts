import type { Queries } from '../database/database.ts';
import type { TimeZone } from '../text/time-zone.ts';
import { bindLetters, setExpected } from './letter-queries.ts';
import { expectedDays, openQueues } from './queues.ts';

/**
 * Confirms the letters of an action, inside the caller's transaction, which holds the supporter's row. A letter that the same supporter
 * sent before to the same office-holder for the same ask becomes a duplicate: its writer sees no difference, and nothing is sent.
 * @param zone in which the day of handing over is told
 * @returns how many letters count
 */
export async function confirmLetters(
  trx: Queries,
  action: { supporterKey: Buffer; id: string },
  now: Date,
  zone: TimeZone,
): Promise<number> {
  const bound = await bindLetters(trx, action.supporterKey, action.id, now);
  const waiting = bound.flatMap(({ id, state, channel_id }) =>
    state === 'waiting' ? [{ id, channel: channel_id }] : [],
  );
  await openQueues(
    trx,
    waiting.map(({ channel }) => channel),
  );
  const days = await expectedDays(
    trx,
    waiting.map(({ channel }) => channel),
    now,
    zone,
  );
  await setExpected(
    trx,
    action.supporterKey,
    waiting.flatMap(({ id, channel }) => {
      const day = days.get(channel);
      return day ? [{ id, day }] : [];
    }),
  );
  return bound.filter(({ state }) => state !== 'duplicate').length;
}
