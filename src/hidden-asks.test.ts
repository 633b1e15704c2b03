import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIRST } from '../test/support/campaigns.ts';
import { addresseeWithMail } from '../test/support/representatives.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { Supporter } from '../test/support/supporter.ts';
import { surfaces } from '../test/support/surfaces.ts';
import { SYSTEM } from './actors/actors.ts';
import { bar } from './publications/publications.ts';

let site: Site;
let minister: string;
beforeAll(async () => {
  site = await startSite({}, { work: false });
  minister = await addresseeWithMail(site, 'foreign-minister', 'minister@gov.example');
});
afterAll(() => site.stop());

async function hide(kind: 'ask' | 'campaign', where: string): Promise<void> {
  const { rows } = await site.fresh.pool.query<{ id: string }>(`SELECT id FROM ${kind}s WHERE ${where}`);
  expect(rows.length).toBeGreaterThan(0);
  for (const { id } of rows)
    await bar(
      site.running.app.database,
      { id, kind, name: id, tags: ['campaigns'] },
      'hidden',
      SYSTEM,
      'somebody is in danger',
    );
}

/** Answers of the server that are its own fault. */
async function failing(): Promise<string[]> {
  const parts = {
    campaigns: [FIRST],
    situations: ['drc'],
    cases: ['lubanga'],
    people: ['lubanga'],
    states: ['KEN', 'XKX', 'VAT'],
    on: '2026-01-01',
  };
  const paths = (await surfaces(site, parts)).filter((path) => !/figure|drawings|data\//.test(path));
  expect(paths.length).toBeGreaterThan(100);
  const failed: string[] = [];
  const forms = ['KEN', 'XKX'].map((iso3) => `/en/campaigns/${FIRST}/write?state=${iso3}&aware=1`);
  for (const path of [...forms, ...paths]) {
    const { status } = await fetch(new URL(path, site.url), { redirect: 'manual' });
    if (status >= 500) failed.push(`${path}: ${status}`);
  }
  return failed;
}

/** Somebody joins, and somebody writes. @returns what each form answers */
async function taking(): Promise<readonly number[]> {
  const someone = new Supporter(site);
  const pledge = { state: 'XKX', name: 'Amina K.', email: someone.email, kind: 'public' };
  const joined = await someone.posts(`/en/campaigns/${FIRST}/join`, Object.entries(pledge));
  const letter = { subject: 'Justice', body: 'Your Excellency,\nmy uncle never came home.' };
  return [joined.status, (await someone.writesTo([minister], letter)).status];
}

it('with its general ask hidden, a campaign still asks what applies to a state, and every page answers', async () => {
  await hide('ask', `slug = 'general'`);
  expect(await failing()).toEqual([]);
  const { text } = await new Supporter(site).opens('/api/v1/states/KEN/asks');
  expect(JSON.parse(text).leading).toBeDefined();
  expect(await taking()).toEqual([200, 200]);
});

it('with every ask hidden, nobody is asked anything, and every page answers', async () => {
  await hide('ask', 'true');
  expect(await failing()).toEqual([]);
  expect(await taking()).toEqual([200, 404]);
});

it('with the campaign hidden, nothing is taken', async () => {
  await hide('campaign', 'true');
  expect(await failing()).toEqual([]);
  expect(await taking()).toEqual([404, 404]);
});
