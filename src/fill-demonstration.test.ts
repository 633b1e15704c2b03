import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenRules } from '../test/support/broken-rules.ts';
import { type Platform, startPlatform } from '../test/support/platform.ts';
import { startedAgain } from '../test/support/started-again.ts';
import { SYSTEM } from './actors/actors.ts';
import { campaignsShown } from './campaigns/campaigns.ts';
import { tallyOf } from './campaigns/tally.ts';
import { langs } from './config/langs.ts';
import { dropCached } from './database/memory-cache.ts';
import { fillDemonstration } from './fill-demonstration.ts';
import type { App } from './http/app.ts';
import { words } from './locales/words.ts';
import { pictureIn, usedPictures } from './media/used-pictures.ts';
import { shownNames } from './pledges/names/shown-names.ts';
import { findRepresentatives } from './representatives/find-representatives.ts';
import { displayName } from './representatives/naming.ts';
import { rooms } from './rooms.ts';
import { removeDemonstration } from './settle-demonstration.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const started = (operator: boolean) => startedAgain(platform, operator);

const isExample = (name: string) =>
  langs.some((lang) =>
    name.startsWith(
      words(lang)
        .t('letters.example.person', { number: 0 })
        .replace(/\p{Nd}+$/u, ''),
    ),
  );
const query = async (text: string) => (await platform.fresh.pool.query(text)).rows;
const shown = async ({ database }: App) => {
  const { open, closed } = await campaignsShown(database, 'en');
  return [...open, ...closed].map(({ slug }) => slug);
};

it('a demonstration is filled with things of each kind, once', async () => {
  const app = await started(false);
  expect(await fillDemonstration(app, 60)).toBe(60);
  expect(await brokenRules(app)).toEqual([]);
  const states = await query('SELECT DISTINCT state FROM letters ORDER BY 1');
  expect(states.map(({ state }) => state)).toEqual(
    expect.arrayContaining(
      'bounced,handed-over,held,left-office,refused,unconfirmed,unknown,waiting,withdrawn'.split(','),
    ),
  );
  for (const table of ['alerts', 'returned_mails', 'addressee_requests', 'consents'])
    expect((await query(`SELECT count(*)::int AS n FROM ${table}`))[0].n, table).toBeGreaterThan(1);
  const names = await query('SELECT state, count(*)::int AS n FROM offered_names GROUP BY 1 ORDER BY 1');
  expect(names.map(({ state }) => state)).toEqual(['offered', 'refused', 'shown']);
  const seen = await shownNames(app, platform.campaignId, 1);
  expect([seen.names.length > 2, seen.names.filter((name) => !isExample(name))]).toEqual([true, []]);
  expect(await shown(app)).toEqual(['united-by-common-bonds', 'example-open', 'example-closed']);
  expect((await tallyOf(app.database, platform.campaignId)).people).toBeGreaterThan(30);
  expect(await fillDemonstration(app, 60)).toBe(0);
  const pictures = await usedPictures(app.database);
  for (const lang of langs)
    expect(pictureIn(pictures, platform.campaignId, lang)?.caption).toBe(words(lang).t('media.example.caption'));
  const { representatives } = await findRepresentatives(app.database, { state: 'KEN', on: '2026-11-26' });
  expect(representatives).toHaveLength(16);
  const people = representatives.filter(({ office }) => office === null);
  expect(people.map((one) => displayName('es', one))).toEqual(
    Array.from({ length: 12 }, (_, at) => `Diputada de ejemplo ${at + 1}`),
  );
  const searched = { state: 'KEN', on: '2026-11-26', lang: 'fr', words: 'circonscription' } as const;
  expect((await findRepresentatives(app.database, searched)).representatives).toHaveLength(12);
  const ages = await query(`SELECT extract(day FROM now() - created_at)::int AS days FROM actions ORDER BY 1`);
  expect(new Set(ages.map(({ days }) => days)).size, 'days on which something happened').toBeGreaterThan(15);
  expect(Math.max(...ages.map(({ days }) => days))).toBeGreaterThan(21);
  for (const { name, channels } of representatives) {
    expect(name ?? 'Example').toContain('Example');
    expect(channels.every(({ example }) => example)).toBe(true);
  }
});

it.each([
  ['FRA', /^Élue d’exemple \d+$/],
  ['MEX', /^Diputada de ejemplo \d+$/],
  ['JOR', /^نائب تجريبي \p{Nd}+$/u],
] as const)('people who are made up in %s are named as examples in its language', async (state, example) => {
  const { representatives } = await findRepresentatives(platform.app.database, { state, on: '2026-11-26' });
  const people = representatives.filter(({ office }) => office === null);
  expect(people).toHaveLength(12);
  for (const { name } of people) expect(name).toMatch(example);
});

it('an operator sees none of it, and may not make any up', async () => {
  const app = await started(true);
  expect(await brokenRules(app)).toEqual([]);
  expect(await shown(app)).toEqual(['united-by-common-bonds']);
  expect((await shownNames(app, platform.campaignId, 1)).names).toEqual([]);
  expect(await query(`SELECT FROM states WHERE risk = 'open'`)).toEqual([]);
  expect((await usedPictures(app.database)).size).toBe(0);
  expect(await tallyOf(app.database, platform.campaignId)).toMatchObject({ people: 0, letters: 0, byCountry: [] });
  const { representatives } = await findRepresentatives(app.database, { state: 'KEN', on: '2026-11-26' });
  expect(representatives.flatMap(({ channels }) => channels)).toEqual([]);
  expect(representatives).toHaveLength(4);
  await expect(fillDemonstration(app, 1)).rejects.toThrow('OPERATOR_NAME');
});

it('shows again without an operator, until it is removed', async () => {
  const app = await started(false);
  expect(await shown(app)).toHaveLength(3);
  await removeDemonstration(app.database, rooms, SYSTEM);
  expect(await brokenRules(app)).toEqual([]);
  dropCached();
  expect(await shown(app)).toEqual(['united-by-common-bonds']);
  for (const table of [
    'actions',
    'supporters',
    'letters',
    'consents',
    'alerts',
    'returned_mails',
    'addressee_requests',
    'pictures',
    'media_files',
  ])
    expect(await query(`SELECT count(*)::int AS n FROM ${table}`), table).toEqual([{ n: 0 }]);
});
