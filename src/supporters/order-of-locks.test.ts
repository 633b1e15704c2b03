import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { until } from '../../test/support/until.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { eraseSupporter } from './erase.ts';
import { forgetWhatIsNoLongerNeeded } from './forget.ts';

let platform: Platform;
beforeEach(async () => {
  await platform?.stop();
  platform = await startPlatform();
});
afterAll(() => platform.stop());

/** A letter that was refused long ago, in a campaign that is over: nothing needs it any more. */
async function overAndDone(): Promise<Buffer> {
  const action = await platform.offers('amina@mail.example', { kind: 'letter' });
  await confirmAction(platform.app, action, 'en');
  await platform.fresh.pool.query(
    `UPDATE letters SET state = 'refused', reply = '550 no', attempts = 1, claimed_at = now(), text_sealed = NULL`,
  );
  await platform.fresh.pool.query(`UPDATE campaigns SET closes_at = now() - interval '1 day'`);
  return action.supporterKey;
}

const waits = async () =>
  (await platform.fresh.pool.query(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'`)).rowCount;

describe.each([
  ['erasing', (key: Buffer) => eraseSupporter(platform.app, key)],
  ['forgetting', () => forgetWhatIsNoLongerNeeded(platform.app, new Date())],
])('%s', (_what, work) => {
  it.each(['consents', 'letters'])(
    'takes actions before what hangs on them: while it waits for %s it has them',
    async (held) => {
      const key = await overAndDone();
      const client = await platform.fresh.pool.connect();
      try {
        await client.query('BEGIN');
        await client.query(`SELECT 1 FROM ${held} FOR UPDATE`);
        const working = work(key);
        await until('the wait for the lock', waits);
        expect((await client.query('SELECT 1 FROM actions FOR UPDATE SKIP LOCKED')).rowCount).toBe(0);
        await client.query('COMMIT');
        await working;
      } finally {
        client.release();
      }
      const left = ['actions', 'consents', 'letters'].map((table) =>
        platform.fresh.pool.query(`SELECT 1 FROM ${table}`),
      );
      expect((await Promise.all(left)).map(({ rowCount }) => rowCount)).toEqual([0, 0, 0]);
    },
  );
});
