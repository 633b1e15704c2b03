import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { determined, type Equation, randomly } from '../../test/support/linear.ts';
import { OfficeBrowser } from '../../test/support/office-browser.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { signedInAs } from '../../test/support/staff.ts';
import { roles } from '../accounts/roles.ts';
import { FEWEST } from './disclosure.ts';
import { daysOf } from './month.ts';
import { numbersToTell, type Table } from './numbers.ts';

const PAGE = '/office/en/statistics';
const MONTH = '2026-03';
let site: Site;
let campaign = '';
const rita = new OfficeBrowser(() => site.url);
const query = async (text: string, values: unknown[] = []) => (await site.running.app.pool.query(text, values)).rows;

beforeAll(async () => {
  site = await startSite({}, { work: false });
  rita.cookies.set('office', (await signedInAs(site.running.app, 'Rita O.', 'reader')).token);
  const [row] = await query(`SELECT id FROM campaigns WHERE slug = 'united-by-common-bonds'`);
  campaign = row?.id;
});
afterAll(() => site.stop());
beforeEach(async () => {
  for (const table of ['statistic_marks', 'statistics', 'statistics_counted']) await query(`DELETE FROM ${table}`);
  await query(`INSERT INTO statistics_counted (counted_at, closed_on) VALUES ('2026-04-02T06:00Z', '2026-04-01')`);
});

type Of = 'ask_id' | 'country' | 'lang';

async function holds(happening: string, day: string, number: number, by?: readonly [Of, string]) {
  const [column, value] = by ?? ['lang', null];
  await query(
    `INSERT INTO statistics (campaign_id, tried, happening, day, ${column}, number) VALUES ($1, false, $2, $3, $4, $5)`,
    [campaign, happening, day, value, number],
  );
}

const cells = ({ page }: OfficeBrowser) =>
  [...page.matchAll(/<th scope="row">(?:<bdi>)?([^<]+).*?<td[^>]*>([^<]+)</g)].map(([, name, number]) => [
    name,
    number,
  ]);

describe('the statistics of a campaign', () => {
  it('say that nothing was counted yet', async () => {
    await rita.get(PAGE);
    expect(rita.page).toContain('Nothing has been counted yet');
    await query('DELETE FROM statistics_counted');
    await rita.get(PAGE);
    expect([rita.status, rita.page.includes('Nothing has been counted yet')]).toEqual([200, true]);
  });

  it('show by state those with five and more, the largest first, and until when it is counted', async () => {
    await holds('letter-written', '2026-03-05', 1_219);
    const states = { KEN: 1_200, FRA: 9, UGA: 6, BDI: 4 };
    for (const [state, number] of Object.entries(states))
      await holds('letter-written', '2026-03-05', number, ['country', state]);
    await rita.get(`${PAGE}?by=states&month=${MONTH}`);
    expect(cells(rita)).toEqual([
      ['Kenya', '1,200'],
      ['France', '9'],
      ['Every other state', 'not shown'],
      ['The whole month', '1,219'],
    ]);
    for (const words of ['Counted until 2 April 2026', '<svg', 'No number under five is shown'])
      expect(rita.page).toContain(words);
    expect(rita.page).not.toContain('Burundi');
  });

  it('come as a file with all that happened', async () => {
    await holds('letter-written', '2026-03-05', 20);
    await holds('letter-written', '2026-03-05', 20, ['lang', 'ar']);
    await holds('joined', '2026-03-05', 3);
    await holds('joined', '2026-03-05', 3, ['lang', 'ar']);
    await rita.get(`${PAGE}?by=languages&month=${MONTH}&as=csv`);
    const lines = parse(rita.page, { bom: true, columns: true });
    expect(lines).toMatchObject([
      { languages: 'ar', 'letter-written': '20', joined: '' },
      { languages: 'all', 'letter-written': '20', joined: '' },
    ]);
  });

  it('of a month that is not over are by day alone', async () => {
    await holds('joined', '2026-04-01', 50);
    await rita.get(`${PAGE}?by=states&of=joined&month=2026-04`);
    expect(rita.page).toContain('from 1 May 2026 on');
    expect(rita.page).not.toContain('<svg class="chart');
  });

  it.each(['days', 'months', 'happenings', 'asks', 'states', 'languages'])('are there by %s', async (by) => {
    const [ask] = await query('SELECT id FROM asks WHERE campaign_id = $1 LIMIT 1', [campaign]);
    for (const day of ['2026-03-05', '2026-03-06']) {
      await holds('letter-written', day, 20);
      await holds('letter-written', day, 20, ['ask_id', ask?.id]);
      await holds('letter-written', day, 20, ['country', 'KEN']);
      await holds('letter-written', day, 20, ['lang', 'fr']);
    }
    await rita.get(`${PAGE}?by=${by}&month=${MONTH}`);
    expect(cells(rita).map(([, number]) => number)).toContain(by === 'days' ? '20' : '40');
    expect(rita.page).toContain('<svg class="chart');
  });

  it.each([
    ['no campaign', 'campaign=nothing'],
    ['no table', 'by=people'],
    ['nothing that happens', 'of=opened'],
    ['no month', 'month=2026-13'],
    ['no month at all', 'month=%3Cb%3E'],
    ['a property of every object', 'by=constructor'],
  ])('are not found where an address names %s', async (_, asks) => {
    await rita.get(`${PAGE}?${asks}`);
    expect(rita.status).toBe(404);
    await rita.get(`${PAGE}?${asks}&as=csv`);
    expect(rita.status).toBe(404);
  });

  it('of a month in which nothing was counted are those of the latest', async () => {
    await holds('letter-written', '2026-03-05', 20);
    await rita.get(`${PAGE}?month=2020-01`);
    expect([
      rita.status,
      rita.page.includes('What happened · March 2026') || rita.page.includes('· March 2026'),
    ]).toEqual([200, true]);
  });

  it('refuse what an address does not declare too long', async () => {
    await rita.get(`${PAGE}?month=${'2'.repeat(5_000)}`);
    expect(rita.status).toBeGreaterThanOrEqual(400);
  });

  it.each(roles)('are there for a %s', async (role) => {
    const browser = new OfficeBrowser(() => site.url);
    const languages = role === 'translator' ? (['fr'] as const) : [];
    browser.cookies.set('office', (await signedInAs(site.running.app, `One who is ${role}`, role, languages)).token);
    await browser.get(PAGE);
    expect([browser.status, browser.page.includes('<h1>Statistics</h1>')]).toEqual([200, true]);
  });

  it('are not there for whoever has not signed in', async () => {
    const stranger = new OfficeBrowser(() => site.url);
    await stranger.get(PAGE);
    expect(stranger.at).toContain('/office/en/sign-in');
  });
});

describe('from all tables and files together, looked at day after day', () => {
  it.each([1, 2, 3])('no number under five follows by subtraction (%d)', async (seed) => {
    const cell = await storedAtRandom(seed);
    const days = daysOf(MONTH);
    const shown = await everythingShown([...days, '2026-04-01']);
    const wrong = [...shown].filter(([name, number]) => number !== cell.get(name) || number < FEWEST);
    expect(wrong).toEqual([]);
    const names = (table: string, all: readonly string[]) => all.map((key) => `${table}/${key}`);
    const tables = [names('days', days), names('states', keys.country), names('languages', keys.lang)];
    const known: Equation[] = [
      ...tables.map((table) => ({ of: new Map([...table.map((name) => [name, 1] as const), ['whole/', -1]]), is: 0 })),
      ...[...shown].map(([name, is]) => ({ of: new Map([[name, 1]]), is })),
    ];
    const follow = [...determined([...tables.flat(), 'whole/'], known)].filter(
      ([, number]) => number > 0 && number < FEWEST,
    );
    expect(follow).toEqual([]);
    const untold = tables.map((table) => table.filter((name) => !shown.has(name)).map((name) => cell.get(name) ?? 0));
    const rests = untold.map((numbers) => numbers.reduce((all, number) => all + number, 0));
    expect(rests.filter((rest) => rest !== 0 && rest < FEWEST)).toEqual([]);
    expect(shown.size).toBeGreaterThan(4);
  });
});

const keys = { country: ['KEN', 'FRA', 'UGA', 'BDI'], lang: ['en', 'fr', 'ar'] } as const;

/** People who joined on some days of the month, from some states, in some languages. @returns how many by table and key */
async function storedAtRandom(seed: number): Promise<ReadonlyMap<string, number>> {
  const random = randomly(seed);
  const pick = (of: readonly string[]) => of[Math.floor(random() ** 3 * of.length)] ?? '';
  const people = Array.from({ length: 40 + seed * 60 }, () => [
    `days/${pick(daysOf(MONTH))}`,
    `states/${pick(keys.country)}`,
    `languages/${pick(keys.lang)}`,
    'whole/',
  ]);
  const cells = new Map([...Map.groupBy(people.flat(), (name) => name)].map(([name, all]) => [name, all.length]));
  for (const [name, number] of cells) {
    const [table, key = ''] = name.split('/');
    if (table === 'days') await holds('joined', key, number);
    if (table === 'states') await holds('joined', `${MONTH}-01`, number, ['country', key]);
    if (table === 'languages') await holds('joined', `${MONTH}-01`, number, ['lang', key]);
  }
  return cells;
}

/** Every number of joining that any table shows on any of these days, by what it is of. */
async function everythingShown(looks: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const shown = new Map<string, number>();
  for (const closedOn of looks)
    for (const table of ['happenings', 'days', 'months', 'states', 'languages'] as const satisfies readonly Table[]) {
      const told = await numbersToTell(
        site.running.app.database,
        { of: { campaign, tried: false }, table, month: MONTH, wanted: ['joined'] },
        closedOn,
      );
      for (const [key, number] of told.numbers.get('joined') ?? [])
        shown.set(table === 'months' ? 'whole/' : `${table}/${key}`, number);
      const whole = told.whole.get('joined');
      if (whole !== undefined) shown.set('whole/', whole);
    }
  return shown;
}
