import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { SYSTEM } from '../actors/actors.ts';
import type { RequestKind } from './addressee-queries.ts';
import { AddressKnownError, askForAddressee, decideRequest, proveRequest } from './addressee-requests.ts';

const shared = 'desk@ministry.gov.example';
let platform: Platform;
let channels: string[];
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  await query('DELETE FROM channels');
  await query('DELETE FROM delivery_queues');
  await query('DELETE FROM mailboxes');
  // Two people at one mailbox; the second has another address too.
  channels = (
    await query(
      `INSERT INTO channels (representative_id, kind, value) SELECT r.id, 'email', v FROM (SELECT id, row_number() OVER (ORDER BY id) AS n
         FROM representatives LIMIT 2) r JOIN (VALUES (1, $1), (2, upper($1)), (2, 'other@ministry.gov.example')) a (n, v) ON a.n = r.n
       RETURNING id`,
      [shared],
    )
  ).map(({ id }) => id as string);
});

const query = async (sql: string, values: unknown[] = []) => (await platform.fresh.pool.query(sql, values)).rows;
const mailboxes = () => query('SELECT address, delivery, paused_because FROM mailboxes ORDER BY address');

async function asked(kind: RequestKind, detail: string | null, channel = channels[0] ?? ''): Promise<string> {
  expect(await askForAddressee(platform.app, { channelId: channel, kind, detail, lang: 'en' })).toBe(true);
  const [row] = await query(`SELECT id FROM addressee_requests WHERE state = 'asked' ORDER BY asked_at DESC LIMIT 1`);
  return row?.id as string;
}
const settle = (id: string) => decideRequest(platform.app.database, id, { by: SYSTEM, done: true });

it('a corrected address is taken over once, with what the office wished for', async () => {
  await proveRequest(platform.app, await asked('digest', null));
  const id = await asked('correct-address', 'right@ministry.gov.example');
  expect(await settle(id)).toBe(true);
  expect(await settle(id)).toBe(false);
  expect(await query('SELECT value FROM channels WHERE id = $1', [channels[0]])).toEqual([
    { value: 'right@ministry.gov.example' },
  ]);
  expect((await mailboxes()).find(({ address }) => address.startsWith('right'))?.delivery).toBe('digest');
});

it.each(['other@ministry.gov.example', 'OTHER@Ministry.gov.example'])(
  'an address that the same person has already, as %s, is said to be known, and nothing changes',
  async (address) => {
    const id = await asked('correct-address', address, channels[1]);
    await expect(settle(id)).rejects.toThrow(AddressKnownError);
    await expect(settle(id)).rejects.toThrow(/already; nothing was changed: decline/);
    expect(await query('SELECT state FROM addressee_requests WHERE id = $1', [id])).toEqual([{ state: 'asked' }]);
    expect(await query('SELECT value FROM channels WHERE id = $1', [channels[1]])).toEqual([
      { value: shared.toUpperCase() },
    ]);
    expect(await decideRequest(platform.app.database, id, { by: SYSTEM, done: false })).toBe(true);
  },
);

it('the address of somebody else is shared from then on', async () => {
  const id = await asked('correct-address', 'other@ministry.gov.example');
  expect(await settle(id)).toBe(true);
  expect(await query(`SELECT count(*)::int AS n FROM channels WHERE mailbox = 'other@ministry.gov.example'`)).toEqual([
    { n: 2 },
  ]);
});

it('a pause and the wish for one mail a day hold for everybody at the mailbox', async () => {
  await proveRequest(platform.app, await asked('pause', null));
  expect(await mailboxes()).toContainEqual({ address: shared, delivery: 'each', paused_because: 'asked-by-addressee' });
  await proveRequest(platform.app, await asked('digest', null, channels[1]));
  expect(await mailboxes()).toContainEqual({ address: shared, delivery: 'digest', paused_because: null });
});

it('one mailbox is asked five times a day at most, through whichever of its channels', async () => {
  for (const channel of [0, 1, 0, 1, 0]) await asked('report-forgery', 'x', channels[channel]);
  const more = { channelId: channels[1] ?? '', kind: 'report-forgery', detail: 'x', lang: 'en' } as const;
  expect(await askForAddressee(platform.app, more)).toBe(false);
});

it('what was asked while a clock was a day ahead counts for no limit once it is right', async () => {
  for (const channel of [0, 1, 0, 1, 0]) await asked('report-forgery', 'x', channels[channel]);
  await query(`UPDATE addressee_requests SET asked_at = now() + interval '1 day'`);
  await asked('report-forgery', 'x', channels[1]);
});
