import type { App } from '../http/app.ts';
import { enqueue } from '../work/enqueue.ts';
import { endForLeft, moveToNewAddress } from './left-queries.ts';
import { openQueues } from './queues.ts';

const AT_ONCE = 500;

/**
 * Letters that wait at an address which is no longer used: the same office-holder's new address gets them; where somebody has left
 * office they end, and each writer is mailed. A day passes first, so that an import that is put right the same day ends nothing.
 * @returns how many ended
 */
export function redirectEndedAddresses(app: Pick<App, 'database'>): Promise<number> {
  return app.database.transaction().execute(async (trx) => {
    await openQueues(trx, await moveToNewAddress(trx));
    const ended = await endForLeft(trx, AT_ONCE);
    for (const { supporter_key, id } of ended)
      await enqueue(trx, 'mail-refusal', { key: supporter_key.toString('hex'), letter: id });
    return ended.length;
  });
}
