import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresseeWithMail } from '../../test/support/representatives.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { Supporter } from '../../test/support/supporter.ts';
import { until } from '../../test/support/until.ts';
import { SYSTEM } from '../actors/actors.ts';
import { dropCached } from '../database/memory-cache.ts';
import { noteRefused } from '../representatives/channel-health.ts';
import { representativesByIds } from '../representatives/find-representatives.ts';
import { pauses, resume } from '../representatives/pauses.ts';
import { today } from '../text/partial-day.ts';
import { claimLetters } from './delivery-queries.ts';
import { expectedDays } from './queues.ts';

const shared = 'Ministers@shared.gov.example';
let site: Site;
let ids: string[];
beforeAll(async () => {
  site = await startSite();
  ids = [
    await addresseeWithMail(site, 'justice-minister', shared),
    await addresseeWithMail(site, 'foreign-minister', shared.toLowerCase()),
    await addresseeWithMail(site, 'speaker-of-parliament', shared.toUpperCase()),
  ];
});
afterAll(() => site.stop());

const query = async (sql: string, values: unknown[] = []) => (await site.fresh.pool.query(sql, values)).rows;
const arrived = () => site.mail.received.filter(({ to }) => to.toLowerCase() === shared.toLowerCase());
const channels = async () => query('SELECT id, value, mailbox FROM channels ORDER BY id');

/** Three letters that wait, one at each channel of the mailbox. */
async function threeWait(): Promise<void> {
  await query('DELETE FROM letters');
  await query(`UPDATE mailboxes SET paused_at = NULL, paused_because = NULL, delivery = 'each'`);
  const supporter = new Supporter(site);
  await query(`UPDATE receiving_domains SET paused_at = now(), paused_because = 'test'`);
  for (const id of ids) {
    await supporter.writesTo([id]);
    const [action] = await query(`SELECT count(*)::int AS n FROM letters`);
    expect(action?.n).toBeGreaterThan(0);
  }
  await query(`UPDATE actions SET state = 'confirmed', confirmed_at = now() WHERE state = 'unconfirmed'`);
  await query(`UPDATE letters SET state = 'waiting', confirmed_at = now(), due_at = now()`);
  await query(`SELECT open_queues(array(SELECT DISTINCT mailbox FROM channels WHERE mailbox IS NOT NULL))`);
  await query('UPDATE delivery_queues SET next_at = now()');
}

describe('people who are reached at one mailbox', () => {
  it('get one letter of a writer who chooses them all, and it is said to whom', async () => {
    const supporter = new Supporter(site);
    const to = ids.map((id) => `to=${id}`).join('&');
    const page = await supporter.opens(`/en/campaigns/united-by-common-bonds/write?state=KEN&aware=1&go=write&${to}`);
    expect(page.text).toContain('share one address. One letter goes there');
    await supporter.writesTo(ids);
    await supporter.confirms();
    await supporter.readsMail();
    await until('it arrives', () => arrived().length);
    const letters = await query('SELECT state, representative_id FROM letters');
    expect(letters).toHaveLength(1);
    expect(letters[0]?.representative_id).toBe(ids[0]);
  });

  it('get one of an action that was taken before they shared it', async () => {
    await threeWait();
    await query('DELETE FROM letters');
    const supporter = new Supporter(site);
    const [, , third] = await channels();
    const moveThird = async (to: string) => {
      await query('UPDATE channels SET value = $1 WHERE id = $2', [to, third?.id]);
      dropCached();
    };
    await moveThird('alone@gov.example');
    await supporter.writesTo([ids[0] ?? '', ids[2] ?? '']);
    await moveThird(third?.value as string);
    await supporter.confirms();
    expect((await query('SELECT state FROM letters ORDER BY id')).map(({ state }) => state)).toEqual([
      'waiting',
      'duplicate',
    ]);
  });

  it('have one pace and one turn', async () => {
    await threeWait();
    await query('UPDATE mailboxes SET hourly_budget = 1');
    await query('UPDATE receiving_domains SET paused_at = NULL, paused_because = NULL, next_at = now()');
    const claimed = [
      ...(await claimLetters(site.fresh.database, randomUUIDv7(), 10)),
      ...(await claimLetters(site.fresh.database, randomUUIDv7(), 10)),
    ];
    const inHand = await query(`SELECT 1 FROM letters WHERE state <> 'waiting'`);
    expect(claimed.length).toBeLessThanOrEqual(1);
    expect(inHand).toHaveLength(1);
    expect(await query('SELECT mailbox FROM delivery_queues')).toEqual([{ mailbox: shared.toLowerCase() }]);
    const days = await expectedDays(
      site.fresh.database,
      (await channels()).map(({ id }) => id),
      new Date(),
      'UTC',
    );
    expect(days.size).toBe(3);
  });

  it('are all paused when it is not there, also who is imported later, and resumed by any spelling', async () => {
    await threeWait();
    const [first] = await channels();
    await noteRefused(site.fresh.database, first?.id, 'unknown-mailbox', new Date());
    const newcomer = await addresseeWithMail(site, 'head-of-government', shared);
    dropCached();
    const people = await representativesByIds(site.fresh.database, [...ids, newcomer], 'KEN', today('UTC'));
    expect(people.map(({ channels: [channel] }) => channel?.paused)).toEqual([true, true, true, true]);
    expect((await pauses(site.fresh.database)).filter(({ what }) => what.includes('@'))).toHaveLength(1);
    expect(await resume(site.fresh.database, shared.toUpperCase(), SYSTEM)).toBe(true);
    expect((await pauses(site.fresh.database)).filter(({ what }) => what.includes('@'))).toEqual([]);
  });

  it('take their queue along when the address is corrected, and what the office wished for', async () => {
    await threeWait();
    const [first] = await channels();
    await query(`UPDATE mailboxes SET delivery = 'digest'`);
    await query(`UPDATE channels SET value = 'Right@shared.gov.example' WHERE id = $1`, [first?.id]);
    expect(await query(`SELECT delivery FROM mailboxes WHERE address = 'right@shared.gov.example'`)).toEqual([
      { delivery: 'digest' },
    ]);
    expect(await query(`SELECT 1 FROM delivery_queues WHERE mailbox = 'right@shared.gov.example'`)).toHaveLength(1);
  });
});
