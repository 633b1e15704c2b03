import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freezable } from '../../test/support/frozen.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { closePool, openPool } from '../database/database.ts';
import { isTransient } from '../database/transient-errors.ts';
import type { NewAction } from './accept-queries.ts';
import { insertAction } from './batch-inserts.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

async function anAction(given: Partial<NewAction> = {}): Promise<NewAction> {
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

const stored = async (actions: readonly NewAction[]) =>
  (
    await platform.app.database
      .selectFrom('actions')
      .select(['id', 'mail_due_at', 'created_at'])
      .where(
        'id',
        'in',
        actions.map(({ id }) => id),
      )
      .orderBy('id')
      .execute()
  ).length;

describe('actions that arrive together', () => {
  it('are all stored, more than one statement takes', async () => {
    const actions = await Promise.all(Array.from({ length: 100 }, () => anAction()));
    await Promise.all(actions.map((action) => insertAction(platform.app.pool, action)));
    expect(await stored(actions)).toBe(100);
  });

  it('fail alone: one that can’t be stored takes no other with it', async () => {
    const actions = await Promise.all(Array.from({ length: 20 }, () => anAction()));
    const impossible = await anAction({ campaignId: randomUUIDv7() });
    const together = [...actions.slice(0, 10), impossible, ...actions.slice(10)];
    const ends = await Promise.allSettled(together.map((action) => insertAction(platform.app.pool, action)));
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(ends[10]?.status).toBe('rejected');
    expect(await stored(together)).toBe(20);
  });

  it('hold to one mailbox’s limit of mails although they come at the same moment', async () => {
    const { who } = await anAction();
    const actions = await Promise.all(Array.from({ length: 7 }, () => anAction({ who })));
    await Promise.all(actions.map((action) => insertAction(platform.app.pool, action)));
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
    const { who } = await anAction();
    const actions = await Promise.all(Array.from({ length: 40 }, () => anAction({ who })));
    await insertAction(pool, await anAction());
    await Promise.all([pool.query('SELECT 1'), pool.query('SELECT 1')]);
    way.freeze();
    const begun = performance.now();
    const ends = await Promise.allSettled(actions.map((action) => insertAction(pool, action)));
    expect(performance.now() - begun).toBeLessThan(4_500);
    expect(ends.every((end) => end.status === 'rejected' && isTransient(end.reason))).toBe(true);
    way.thaw();
    await insertAction(pool, await anAction());
    await closePool(pool);
    await way.stop();
  });
});
