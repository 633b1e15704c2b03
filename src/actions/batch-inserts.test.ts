import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freezable } from '../../test/support/frozen.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { closePool, openPool } from '../database/database.ts';
import { passes } from '../database/passing.ts';
import type { NewAction } from './accept-queries.ts';
import { insertAction } from './batch-inserts.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

async function anAct(given: Partial<NewAction> = {}): Promise<NewAction> {
  const campaign = await platform.app.database.selectFrom('campaigns').select('id').executeTakeFirstOrThrow();
  const who = given.who ?? Buffer.from(randomUUIDv7().replaceAll('-', ''), 'hex');
  return {
    who,
    limit: { plain: who, mailbox: who },
    addressSealed: Buffer.from('sealed'),
    id: randomUUIDv7(),
    campaignId: campaign.id,
    kind: 'pledge',
    lang: 'en',
    country: 'KEN',
    detailsSealed: Buffer.from('sealed'),
    consents: [],
    letters: [],
    ...given,
  };
}

const stored = async (acts: readonly NewAction[]) =>
  (
    await platform.app.database
      .selectFrom('actions')
      .select(['id', 'mail_due_at', 'created_at'])
      .where(
        'id',
        'in',
        acts.map(({ id }) => id),
      )
      .orderBy('id')
      .execute()
  ).length;

describe('acts that arrive together', () => {
  it('are all stored, more than one statement takes', async () => {
    const acts = await Promise.all(Array.from({ length: 100 }, () => anAct()));
    await Promise.all(acts.map((act) => insertAction(platform.app.pool, act)));
    expect(await stored(acts)).toBe(100);
  });

  it('fail alone: one that can’t be stored takes no other with it', async () => {
    const acts = await Promise.all(Array.from({ length: 20 }, () => anAct()));
    const impossible = await anAct({ campaignId: randomUUIDv7() });
    const together = [...acts.slice(0, 10), impossible, ...acts.slice(10)];
    const ends = await Promise.allSettled(together.map((act) => insertAction(platform.app.pool, act)));
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(ends[10]?.status).toBe('rejected');
    expect(await stored(together)).toBe(20);
  });

  it('hold to one mailbox’s limit of mails although they come at the same moment', async () => {
    const { who } = await anAct();
    const acts = await Promise.all(Array.from({ length: 7 }, () => anAct({ who })));
    await Promise.all(acts.map((act) => insertAction(platform.app.pool, act)));
    const due = await platform.app.database
      .selectFrom('actions')
      .select(['mail_due_at', 'created_at'])
      .where('supporter_key', '=', who)
      .execute();
    const atOnce = due.filter(({ mail_due_at, created_at }) => mail_due_at?.getTime() === created_at.getTime());
    expect(due).toHaveLength(7);
    expect(atOnce).toHaveLength(5);
  });

  it('all fail within the time of one statement while the database is frozen, also those of one mailbox', async () => {
    const way = await freezable(platform.fresh.url);
    const pool = openPool(way.url, 2, { connect: 5_000, statement: 1_000, query: 1_500 });
    const { who } = await anAct();
    const acts = await Promise.all(Array.from({ length: 40 }, () => anAct({ who })));
    await insertAction(pool, await anAct());
    await Promise.all([pool.query('SELECT 1'), pool.query('SELECT 1')]);
    way.freeze();
    const begun = performance.now();
    const ends = await Promise.allSettled(acts.map((act) => insertAction(pool, act)));
    expect(performance.now() - begun).toBeLessThan(4_500);
    expect(ends.every((end) => end.status === 'rejected' && passes(end.reason))).toBe(true);
    way.thaw();
    await insertAction(pool, await anAct());
    await closePool(pool);
    await way.stop();
  });
});
