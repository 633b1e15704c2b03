import { runMigrations } from 'graphile-worker';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LEASE_OVER } from '../../test/support/letters.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { type ScriptedPost, scriptedPost } from '../../test/support/post.ts';
import { until } from '../../test/support/until.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { pullBackConfirmations } from '../actions/pull-back-queries.ts';
import { sendConfirmations } from '../actions/send-confirmations.ts';
import { type Clocks, clockWatch, readClocks } from '../work/clock-watch.ts';
import { enqueue } from '../work/enqueue.ts';
import { pullBackJobs } from '../work/pull-back-queries.ts';
import { runDuties } from '../work/run-duties.ts';
import { deliverLetters, recoverDeliveries } from './deliver-letters.ts';
import { pullBackLetters } from './pull-back-letters.ts';

let platform: Platform;
let post: ScriptedPost;
beforeAll(async () => {
  platform = await startPlatform();
  await runMigrations({ connectionString: platform.fresh.url });
});
afterAll(() => platform.stop());
beforeEach(async () => {
  post = scriptedPost(platform.app);
  for (const table of ['letters', 'consents', 'actions', 'delivery_queues']) await query(`DELETE FROM ${table}`);
  await query('DELETE FROM graphile_worker._private_known_crontabs');
});

const query = async (sql: string, values: unknown[] = []) => (await platform.fresh.pool.query(sql, values)).rows;
const DAY = 86_400_000;

describe('a look at the clocks', () => {
  const at = (seconds: number, machine = 0, database = 0): Clocks => ({
    steady: seconds * 1_000,
    machine: seconds * 1_000 + machine,
    database: seconds * 1_000 + database,
  });

  it.each([
    ['the machine’s goes back a day', at(60, -DAY), 2],
    ['the machine’s goes forward a day', at(60, DAY), 2],
    ['the database’s goes back a day', at(60, 0, -DAY), 2],
    ['the database’s goes forward a day', at(60, 0, DAY), 2],
    ['both are corrected by a second', at(60, 1_000, -1_000), 1],
    ['nobody looked for an hour', at(3_600), 1],
  ])('where %s', async (_how, second, told) => {
    const readings = [at(0), second];
    let times = 0;
    const look = clockWatch(
      async () => readings.shift() as Clocks,
      async () => {
        times += 1;
      },
    );
    await look();
    await look();
    expect(times).toBe(told);
  });

  it('is told again what could not be set right', async () => {
    const readings = [at(0), at(1), at(2)];
    let times = 0;
    const look = clockWatch(
      async () => readings.shift() as Clocks,
      async () => {
        times += 1;
        if (times === 1) throw new Error('no database');
      },
    );
    await expect(look()).rejects.toThrow();
    await look();
    await look();
    expect(times).toBe(2);
  });

  it('reads the database’s and this machine’s', async () => {
    const { machine, database } = await readClocks(platform.app.database);
    expect(Math.abs(machine - database)).toBeLessThan(5_000);
  });
});

describe('after the clock went back a day', () => {
  it('letters leave, whose turns, due times and leases lie a day ahead', async () => {
    for (const name of ['one', 'two']) {
      const action = await platform.offers(`${name}@mail.example`, { kind: 'letter' });
      await confirmAction(platform.app, action, 'en');
    }
    await query('UPDATE mailboxes SET hourly_budget = 3600000');
    await query(`UPDATE receiving_domains SET hourly_budget = 3600000, next_at = now() + interval '1 day'`);
    await query(`UPDATE delivery_queues SET next_at = now() + interval '1 day'`);
    await query(`UPDATE letters SET due_at = now() + interval '1 day'`);
    await query(`UPDATE letters SET state = 'claimed', claim = new_id(), attempts = 1, claimed_at = now() + interval '1 day'
      WHERE id = (SELECT id FROM letters LIMIT 1)`);
    expect(await deliverLetters(platform.app, post)).toBe(0);
    await pullBackLetters(platform.app);
    expect(await deliverLetters(platform.app, post)).toBe(1);
    await query(`UPDATE letters SET ${LEASE_OVER}`);
    await recoverDeliveries(platform.app);
    await query(`UPDATE letters SET due_at = now() WHERE state = 'waiting'`);
    await query('UPDATE delivery_queues SET next_at = now()');
    expect(await deliverLetters(platform.app, post)).toBe(1);
  });

  it('what is due within its limits is left alone', async () => {
    const action = await platform.offers('one@mail.example', { kind: 'letter' });
    await confirmAction(platform.app, action, 'en');
    await query(`UPDATE letters SET attempts = 8, claimed_at = now(), due_at = now() + interval '6 hours'`);
    await query(`UPDATE mailboxes SET hourly_budget = 60`);
    await query(`UPDATE delivery_queues SET next_at = now() + interval '80 seconds'`);
    await pullBackLetters(platform.app);
    expect(await query(`SELECT due_at > now() + interval '5 hours' AS later FROM letters`)).toEqual([{ later: true }]);
    expect(await query(`SELECT next_at > now() + interval '1 minute' AS later FROM delivery_queues`)).toEqual([
      { later: true },
    ]);
  });

  it.each(['2 hours', '7 hours'])('nothing waits for the hours by which it went back (%s)', async (ahead) => {
    const action = await platform.offers('one@mail.example', { kind: 'letter' });
    await confirmAction(platform.app, action, 'en');
    await query('UPDATE mailboxes SET hourly_budget = 60');
    await query(`UPDATE receiving_domains SET hourly_budget = 600, next_at = now() + $1::interval`, [ahead]);
    await query(`UPDATE delivery_queues SET next_at = now() + $1::interval`, [ahead]);
    await query(`UPDATE letters SET attempts = 2, claimed_at = now(), due_at = now() + $1::interval`, [ahead]);
    await pullBackLetters(platform.app);
    expect(await deliverLetters(platform.app, post)).toBe(1);
  });

  it('confirmations leave, of actions that were made or put off a day ahead, and end a week after', async () => {
    await platform.offers('made@mail.example');
    await platform.offers('put-off@mail.example');
    await query(`UPDATE actions SET mail_due_at = now() + interval '1 day'`);
    await query(
      `UPDATE actions SET created_at = now() + interval '1 day', expires_at = now() + interval '8 days'
      WHERE supporter_key = $1`,
      [platform.keyOf('made@mail.example')],
    );
    await query(`UPDATE actions SET mail_attempts = 3 WHERE supporter_key = $1`, [
      platform.keyOf('put-off@mail.example'),
    ]);
    expect(await sendConfirmations(platform.app, post)).toBe(0);
    await pullBackConfirmations(platform.app);
    expect(await sendConfirmations(platform.app, post)).toBe(2);
    expect(await query(`SELECT 1 FROM actions WHERE expires_at > now() + interval '7 days 1 minute'`)).toEqual([]);
  });

  it('a letter that was never claimed stays so, and one that was begins its lease anew', async () => {
    for (const name of ['one', 'two']) {
      const action = await platform.offers(`${name}@mail.example`, { kind: 'letter' });
      await confirmAction(platform.app, action, 'en');
    }
    await query(`UPDATE letters SET confirmed_at = now() + interval '1 day'`);
    await query(`UPDATE letters SET state = 'claimed', claim = new_id(), attempts = 1, claimed_at = now() + interval '1 day'
      WHERE id = (SELECT id FROM letters LIMIT 1)`);
    await pullBackLetters(platform.app);
    expect(
      await query(
        'SELECT state, claimed_at <= now() AS began, confirmed_at <= now() AS confirmed FROM letters ORDER BY state',
      ),
    ).toEqual([
      { state: 'claimed', began: true, confirmed: true },
      { state: 'waiting', began: null, confirmed: true },
    ]);
  });

  it('a held letter that was confirmed ahead is as old as it can be, so that nobody decided of it before', async () => {
    const action = await platform.offers('one@mail.example', { kind: 'letter', held: 'link' });
    await confirmAction(platform.app, action, 'en');
    await query(`UPDATE letters SET confirmed_at = now() + interval '30 days'`);
    await pullBackLetters(platform.app);
    expect(await query('SELECT state, confirmed_at <= now() AS confirmed FROM letters')).toEqual([
      { state: 'held', confirmed: true },
    ]);
  });

  it('what was confirmed while it was ahead by weeks is as old as it can be, and was confirmed in its time', async () => {
    const action = await platform.offers('one@mail.example');
    await confirmAction(platform.app, action, 'en');
    await query(`UPDATE actions SET created_at = now() + interval '30 days', confirmed_at = now() + interval '31 days',
      expires_at = now() + interval '37 days'`);
    await pullBackConfirmations(platform.app);
    expect(
      await query(`SELECT created_at <= confirmed_at AND confirmed_at <= now() AS made,
        expires_at - created_at = interval '7 days' AS ends FROM actions`),
    ).toEqual([{ made: true, ends: true }]);
  });

  it('jobs and duties run: the runner is replaced, and knows of no day ahead', async () => {
    const clocks: { set(ahead: number): void; read(): Promise<Clocks> } & { ahead: number } = {
      ahead: DAY,
      set(ahead) {
        this.ahead = ahead;
      },
      read: async () => ({ steady: performance.now(), machine: Date.now() + clocks.ahead, database: Date.now() }),
    };
    const ran: string[] = [];
    let told = () => {};
    const both = new Promise<void>((resolve) => {
      told = () => (ran.length === 2 ? resolve() : undefined);
    });
    const task = (name: string) => async () => {
      ran.push(name);
      told();
    };
    await enqueue(platform.app.database, 'mail-refusal', { key: '00', letter: 'x' });
    await query(`UPDATE graphile_worker._private_jobs SET run_at = now() + interval '1 day'`);
    await query(`INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
      VALUES ('daily', now(), now() + interval '1 day')`);
    await pullBackJobs(platform.app.database);
    expect(await query('SELECT last_execution <= now() AS known FROM graphile_worker._private_known_crontabs')).toEqual(
      [{ known: true }],
    );
    let set = 0;
    const end = await runDuties(
      platform.app,
      {
        pulses: [],
        duties: [{ name: 'daily', when: '0 0 1 1 *', run: async () => {} }],
        tasks: { 'mail-refusal': task('before'), 'mail-copy': task('after') },
        afterClockWasSet: async () => {
          set += 1;
          if (set === 2) await enqueue(platform.app.database, 'mail-copy', { key: '00', letter: 'x' });
        },
      },
      clocks.read,
      20,
    );
    await until('it looked once', () => set);
    clocks.set(0);
    await both;
    await end();
    expect(ran.sort()).toEqual(['after', 'before']);
    expect(set).toBe(2);
  });
});
