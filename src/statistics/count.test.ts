import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handedOver } from '../../test/support/letters.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import type { Action } from '../actions/action.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { withdrawAction } from '../actions/withdraw-action.ts';
import { SYSTEM } from '../actors/actors.ts';
import { noteBouncedLetter } from '../letters/bounced-letter.ts';
import { findReturnedLetter } from '../letters/bounced-letter-queries.ts';
import { setAnswer } from '../letters/letter-queries.ts';
import { rooms } from '../rooms.ts';
import { removeDemonstration } from '../settle-demonstration.ts';
import { eraseEverything } from '../supporters/erase.ts';
import { countAnew, countHappenings } from './count.ts';
import type { Happening } from './happenings.ts';

const ZONE = 'Africa/Nairobi';
let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ TIME_ZONE: ZONE });
});
afterAll(() => platform.stop());
beforeEach(async () => {
  await query('DELETE FROM letters; DELETE FROM campaign_supporters; DELETE FROM actions');
  await query('DELETE FROM statistic_marks; DELETE FROM statistics; DELETE FROM statistics_counted');
  await count();
});

const query = async (sql: string) => {
  const answer = await platform.fresh.pool.query(sql);
  return (Array.isArray(answer) ? answer.at(-1) : answer).rows;
};
const count = (zone = ZONE) => countHappenings(platform.app.database, zone);
const someone = () => `amina.${Math.random().toString(36).slice(2)}@mail.example`;
const offers = (kind: 'letter' | 'pledge' = 'letter', email = someone()) => platform.offers(email, { kind });

async function confirmed(kind: 'letter' | 'pledge' = 'letter'): Promise<Action> {
  const action = await offers(kind);
  expect(await confirmAction(platform.app, action, 'en')).toBe(true);
  return action;
}

/** What was counted of everything, and on how many days. */
async function counted(): Promise<Partial<Record<Happening, number>>> {
  const rows = await query(`SELECT happening, sum(number)::int AS number FROM statistics
    WHERE num_nonnulls(ask_id, country, lang) = 0 GROUP BY 1`);
  return Object.fromEntries(rows.map(({ happening, number }: Record<string, unknown>) => [happening, number]));
}

const dayOf = async (happening: Happening) =>
  (
    await query(`SELECT day::text, number::int FROM statistics WHERE happening = '${happening}'
      AND num_nonnulls(ask_id, country, lang) = 0 AND number <> 0 ORDER BY day`)
  ).map(({ day, number }: Record<string, unknown>) => [day, number]);

async function leaves({ id }: Action, at = new Date()): Promise<Buffer> {
  const bounce = randomBytes(10);
  const set = handedOver(at);
  await platform.fresh.pool.query(
    `UPDATE letters SET state = 'handed-over', due_at = NULL, confirmed_at = least(confirmed_at, $2), created_at = least(created_at, $2),
      handed_over_at = $2, claimed_at = $2, attempts = 1, bounce_id = $3, reply = $4 WHERE action_id = $1`,
    [id, at, bounce, set.reply],
  );
  return bounce;
}

describe('what happens is counted once', () => {
  it('of a letter from its writing to its answer, of its writer that they joined, by ask, state and language', async () => {
    const action = await confirmed();
    await leaves(action);
    await count();
    const [letter] = await query('SELECT id FROM letters');
    for (const _ of [1, 2])
      await setAnswer(platform.app.database, action.supporterKey, letter?.id as string, 'yes', new Date());
    await count();
    await count();
    const once = {
      'letter-written': 1,
      'letter-confirmed': 1,
      'letter-handed-over': 1,
      'letter-answered': 1,
      joined: 1,
    };
    expect(await counted()).toEqual(once);
    const by =
      await query(`SELECT happening, count(ask_id)::int AS asks, count(country)::int AS states, count(lang)::int AS languages
      FROM statistics WHERE happening IN ('letter-written', 'joined') GROUP BY 1 ORDER BY 1`);
    expect(by).toEqual([
      { happening: 'joined', asks: 0, states: 1, languages: 1 },
      { happening: 'letter-written', asks: 1, states: 1, languages: 1 },
    ]);
  });

  it('of a name given to join', async () => {
    const action = await confirmed('pledge');
    expect(await confirmAction(platform.app, action, 'en')).toBe(false);
    await offers('pledge');
    await count();
    expect(await counted()).toEqual({ 'pledge-made': 2, 'pledge-confirmed': 1, joined: 1 });
  });

  it('and a duplicate is written and not confirmed', async () => {
    const email = someone();
    for (const _ of [1, 2]) await confirmAction(platform.app, await offers('letter', email), 'en');
    await count();
    expect(await counted()).toEqual({ 'letter-written': 2, 'letter-confirmed': 1, joined: 1 });
  });

  it('whoever counts and however many at once, while it happens', async () => {
    const happening = Array.from({ length: 30 }, () => confirmed());
    const counting = Array.from({ length: 8 }, () => count());
    await Promise.all([...happening, ...counting]);
    await Promise.all([count(), countAnew(platform.app.database, ZONE), count()].map((one) => one.catch(() => {})));
    await count();
    expect(await counted()).toEqual({ 'letter-written': 30, 'letter-confirmed': 30, joined: 30 });
    expect(await query('SELECT FROM statistic_marks')).toEqual([]);
  });

  it('also where counting is cut off between taking marks and adding them up', async () => {
    await confirmed();
    const client = await platform.fresh.pool.connect();
    await client.query('BEGIN; DELETE FROM statistic_marks');
    await client.query('ROLLBACK');
    client.release();
    await count();
    expect(await counted()).toMatchObject({ 'letter-written': 1 });
  });

  it('of a letter that a server refuses, and not of one that people here did', async () => {
    const [first, second] = [await confirmed(), await confirmed()];
    await query(
      `UPDATE letters SET state = 'claimed', claim = new_id(), claimed_at = now(), attempts = 1 WHERE action_id = '${first.id}'`,
    );
    await query(
      `UPDATE letters SET state = 'refused', claim = NULL, due_at = NULL, reply = '550 no' WHERE action_id = '${first.id}'`,
    );
    await query(
      `UPDATE letters SET state = 'refused', due_at = NULL, said_here = 'refused-here' WHERE action_id = '${second.id}'`,
    );
    await count();
    expect((await counted())['letter-refused']).toBe(1);
  });

  it('of an answer of which its writer says otherwise later, as they said it last', async () => {
    const action = await confirmed();
    await leaves(action);
    const [letter] = await query('SELECT id FROM letters');
    for (const answer of ['yes', 'no', 'yes', 'no'] as const)
      await setAnswer(platform.app.database, action.supporterKey, letter?.id as string, answer, new Date());
    await count();
    expect((await counted())['letter-answered'] ?? 0).toBe(0);
    await setAnswer(platform.app.database, action.supporterKey, letter?.id as string, 'yes', new Date());
    await count();
    expect((await counted())['letter-answered']).toBe(1);
  });
});

describe('a day', () => {
  const dayIn = (zone: string, at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);

  it('is of the organisation’s zone', async () => {
    await query(`UPDATE statistics_counted SET closed_on = '2026-01-01'`);
    await query(`INSERT INTO statistic_marks (campaign_id, country, lang, happening, at, tried, number)
      SELECT id, 'KEN', 'en', 'joined', '2026-03-01T22:30Z', false, 1 FROM campaigns WHERE slug = 'united-by-common-bonds'`);
    await count('Africa/Nairobi');
    expect(await dayOf('joined')).toEqual([['2026-03-02', 1]]);
  });

  it('of a letter that comes back later is the day on which it came back', async () => {
    await query(`UPDATE statistics_counted SET closed_on = '2026-01-01'`);
    const yesterday = new Date(Date.now() - 86_400_000);
    const bounce = await leaves(await confirmed(), yesterday);
    const letter = await findReturnedLetter(platform.app.database, bounce);
    if (!letter) throw new Error('no letter came back');
    for (const _ of [1, 2])
      await noteBouncedLetter(
        platform.app,
        platform.app.database,
        letter,
        { reply: '550 5.2.2 full', meaning: 'other' },
        new Date(),
      );
    await count();
    expect(await dayOf('letter-handed-over')).toEqual([[dayIn(ZONE, yesterday), 1]]);
    expect(await dayOf('letter-bounced')).toEqual([[dayIn(ZONE, new Date()), 1]]);
  });

  it('that is closed changes no more: what comes of it later counts on the first open one', async () => {
    const today = dayIn(ZONE, new Date());
    const yesterday = new Date(Date.now() - 86_400_000);
    await query(`UPDATE statistics_counted SET closed_on = '${dayIn(ZONE, yesterday)}'`);
    await leaves(await confirmed(), yesterday);
    await count();
    expect(await dayOf('letter-handed-over')).toEqual([[today, 1]]);
  });
});

describe('numbers stay', () => {
  it.each([
    ['everything of somebody is erased', (action: Action) => eraseEverything(platform.app, action.supporterKey)],
    ['it is taken back', (action: Action) => withdrawAction(platform.app, action)],
  ])('where %s, also when all is counted anew', async (_, ends) => {
    const [action] = [await confirmed(), await confirmed(), await confirmed('pledge')];
    await count();
    const before = await counted();
    await ends(action);
    await count();
    expect(await countAnew(platform.app.database, ZONE)).toBe(0);
    expect(await counted()).toEqual(before);
  });

  it('and hold nothing of anybody', async () => {
    await confirmed();
    await count();
    const columns = await query(`SELECT DISTINCT column_name AS name FROM information_schema.columns
      WHERE table_name IN ('statistics', 'statistic_marks') ORDER BY 1`);
    expect(columns.map(({ name }: Record<string, unknown>) => name)).toEqual([
      ...['ask_id', 'at', 'campaign_id', 'country', 'day', 'happening', 'lang', 'number', 'tried'],
    ]);
  });
});

describe('what a backup brings back', () => {
  it('is not counted again: its numbers come back with it', async () => {
    await confirmed();
    await confirmed('pledge');
    await count();
    const before = await counted();
    const tables = ['actions', 'campaign_supporters', 'letters'];
    await query(
      [
        `BEGIN; SELECT set_config('audit.filling', 'yes', true)`,
        ...tables.map((table) => `CREATE TEMP TABLE of_${table} ON COMMIT DROP AS TABLE ${table}`),
        ...tables.toReversed().map((table) => `DELETE FROM ${table}`),
        ...tables.map((table) => `INSERT INTO ${table} TABLE of_${table}`),
        'COMMIT',
      ].join('; '),
    );
    await count();
    expect(await counted()).toEqual(before);
  });
});

describe('what was lost', () => {
  it('is counted anew from what stands, once', async () => {
    for (const _ of [1, 2, 3]) await leaves(await confirmed());
    await confirmed('pledge');
    await count();
    const all = 'SELECT * FROM statistics ORDER BY happening, day, ask_id, country, lang';
    const before = await query(all);
    await query(`DELETE FROM statistics WHERE happening <> 'joined'`);
    expect(await countAnew(platform.app.database, ZONE)).toBeGreaterThan(0);
    expect(await query(all)).toEqual(before);
    expect(await countAnew(platform.app.database, ZONE)).toBe(0);
    await query('DELETE FROM statistics; DELETE FROM statistics_counted');
    await count();
    expect(await query(all)).toEqual(before);
  });
});

describe('what was tried in a demonstration', () => {
  it('is counted apart, and removed with it', async () => {
    await confirmed();
    await query(`INSERT INTO statistic_marks (campaign_id, country, lang, happening, at, tried, number)
      SELECT id, 'KEN', 'en', 'joined', now(), true, 3 FROM campaigns WHERE slug = 'united-by-common-bonds'`);
    await count();
    expect(
      await query(`SELECT tried, sum(number)::int AS people FROM statistics WHERE happening = 'joined' AND country IS NOT NULL
      GROUP BY 1 ORDER BY 1`),
    ).toEqual([
      { tried: false, people: 1 },
      { tried: true, people: 3 },
    ]);
    await removeDemonstration(platform.app.database, rooms, SYSTEM);
    expect(await query('SELECT DISTINCT tried FROM statistics')).toEqual([{ tried: false }]);
  });
});
