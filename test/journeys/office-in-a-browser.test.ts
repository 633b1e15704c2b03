import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode } from '../../src/accounts/authenticator.ts';
import { askNewAddress } from '../../src/accounts/changes.ts';
import { makeFirstLink } from '../../src/accounts/links.ts';
import type { ActorId } from '../../src/actors/actors.ts';
import { type Lang, langs } from '../../src/config/langs.ts';
import { dist } from '../../src/config/root.ts';
import { addExamplePicture } from '../../src/media/example/example-picture.ts';
import { askForAddressee } from '../../src/representatives/addressee-requests.ts';
import { rooms } from '../../src/rooms.ts';
import { noticeboard } from '../fixtures/rooms/noticeboard/room.ts';
import { startBrowser } from '../support/browser.ts';
import { accessibilityProblems, cramped, darkProblems, tooWide } from '../support/look.ts';
import { migrationOf, storeManyNotices } from '../support/noticeboard.ts';
import { type Site, startSite } from '../support/site.ts';
import { makeEverythingWait } from '../support/things-waiting.ts';

const all = [...rooms, noticeboard];
let site: Site;
let browser: Browser;
let signedIn: Page;
let signedOut: Page;
/** A link of each kind that is mailed, and whose page is whose. */
const parts = new Map<string, string>();
/** What is asked for behind the question mark, where a page says nothing without. */
const asking = new Map<string, string>();

beforeAll(async () => {
  [site, browser] = await Promise.all([
    startSite({ LOG_LEVEL: 'fatal' }, { rooms: all, tables: migrationOf(noticeboard), work: false }),
    startBrowser(),
  ]);
  const { database, pool } = site.running.app;
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  signedOut = await browser.newPage({ reducedMotion: 'reduce' });
  signedIn = page;
  await page.goto(`${site.url}/office/en/begin/${await makeFirstLink(database)}`);
  await page.getByLabel('Your name').fill('Amina K.');
  await page.getByLabel('E-mail address').fill('amina@justice.example');
  await page.getByRole('button', { name: 'Continue' }).click();
  const secret = await page.locator('input[name=secret]').inputValue();
  await page.getByLabel('Six digits from the app').fill(totpCode(secret));
  await page.getByRole('button', { name: 'Use this app' }).click();
  await page.goto(`${site.url}/office/en/staff`);
  await page.getByLabel('E-mail address').fill('omar@justice.example');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('The invitation is on its way.').waitFor();
  const { rows } = await pool.query<{ actor_id: string }>('SELECT actor_id FROM accounts ORDER BY added_at');
  const [amina = '', omar = ''] = rows.map(({ actor_id }) => actor_id);
  const made = await pool.query<{ id: string }>(`INSERT INTO passkeys (actor_id, credential_id, public_key, rp_id, name)
    VALUES ('${amina}', sha256('c'), sha256('k') || sha256('k'), 'localhost', 'A phone') RETURNING id`);
  await pool.query(`INSERT INTO account_changes (actor_id, kind, due_at, stop_hash)
    VALUES ('${amina}', 'recovery', now() + interval '1 day', sha256('stopping'))`);
  await askNewAddress(site.running.app, { actor_id: amina as ActorId }, 'amina@elsewhere.example', async () => {});
  await pool.query(`UPDATE account_changes SET confirm_hash = sha256('confirming') WHERE kind = 'address'`);
  parts.set('/office/:lang/account/passkeys/:id', made.rows[0]?.id ?? '');
  await makeEverythingWait(site.running.app);
  await storeManyNotices(database, 120);
  const notices = await pool.query<{ id: string }>('SELECT id FROM notices LIMIT 3');
  const entries = await pool.query<{ id: string }>('SELECT id FROM audit_entries WHERE after IS NOT NULL');
  parts.set('/office/:lang/notices/:id', notices.rows[0]?.id ?? '');
  parts.set('/office/:lang/audit/:id', entries.rows[0]?.id ?? '');
  const [news, asks] = (await pool.query<{ id: string }>('SELECT id FROM drafts ORDER BY kind DESC')).rows;
  const jobs = await pool.query<{ id: string }>(
    'SELECT id::text FROM graphile_worker.jobs WHERE attempts >= max_attempts',
  );
  parts.set('/office/:lang/news/:id', news?.id ?? '');
  parts.set('/office/:lang/changed-asks/:id', asks?.id ?? '');
  parts.set('/office/:lang/jobs/:id', jobs.rows[0]?.id ?? '');
  asking.set('/office/:lang/notices/several/take-off', `?${notices.rows.map(({ id }) => `item=${id}`).join('&')}`);
  const letters = await pool.query<{ id: string }>(`SELECT id FROM letters WHERE state = 'held'`);
  parts.set('/office/:lang/held-letters/:id', letters.rows[0]?.id ?? '');
  asking.set('/office/:lang/held-letters/several/refuse', `?${letters.rows.map(({ id }) => `item=${id}`).join('&')}`);
  const reached = await pool.query<{ id: string; one: string }>(
    'SELECT id, representative_id AS one FROM channels LIMIT 1',
  );
  const [{ id: channelId = '', one = '' } = {}] = reached.rows;
  const corrected = { channelId, kind: 'correct-address', detail: 'desk@ministry.example', lang: 'en' } as const;
  await askForAddressee(site.running.app, corrected);
  const requests = await pool.query<{ id: string }>(`SELECT id FROM addressee_requests WHERE kind = 'correct-address'`);
  parts.set('/office/:lang/requests/:id', requests.rows[0]?.id ?? '');
  parts.set('/office/:lang/pauses/:name', 'parliament.example');
  parts.set('/office/:lang/risks/:name', 'KEN');
  parts.set('/office/:lang/addressees/:id', one);
  parts.set('/office/:lang/addressees/:id/edit', one);
  const campaigns = await pool.query<{ slug: string; item: string; campaign: string }>(
    `SELECT c.slug, c.id AS campaign, a.id AS item FROM campaigns c JOIN asks a ON a.campaign_id = c.id AND a.slug = 'general'`,
  );
  const [{ slug = '', item = '', campaign = '' } = {}] = campaigns.rows;
  parts.set('/office/:lang/campaigns/:slug', slug);
  parts.set('/office/:lang/campaigns/:slug/settings', slug);
  await addExamplePicture(site.running.app, campaign);
  const pictures = await pool.query<{ id: string }>('SELECT id FROM pictures');
  const picture = pictures.rows[0]?.id ?? '';
  for (const end of ['', '/remove', '/remove-for-safety']) parts.set(`/office/:lang/pictures/one/:id${end}`, picture);
  parts.set('/office/:lang/pictures/one/:id/words/:of', `${picture}/ar`);
  parts.set('/office/:lang/campaigns/:slug/picture', slug);
  const removal = '00000000-0000-7000-8000-000000000098';
  await pool.query(`INSERT INTO safety_removals (id, kind, reason) VALUES ('${removal}', 'picture', 'whereabouts')`);
  parts.set('/office/:lang/pictures/removed/:id', removal);
  parts.set('/office/:lang/campaigns/:slug/asks/:ask', `${slug}/general`);
  parts.set('/office/:lang/campaigns/:slug/add-ask', slug);
  for (const end of ['', '/versions'])
    parts.set(`/office/:lang/campaigns/:slug/asks/:ask/rules${end}`, `${slug}/general`);
  parts.set('/office/:lang/campaigns/:slug/publishing/:item', `${slug}/${item}`);
  for (const end of ['', '/versions'])
    parts.set(`/office/:lang/campaigns/:slug/words/:item/:of${end}`, `${slug}/${item}/ar`);
  parts.set('/office/:lang/campaigns/:slug/words/:item/:of/versions/:number', `${slug}/${item}/ar/1`);
  await pool.query(`INSERT INTO statistics_counted (counted_at, closed_on) VALUES (now(), '2026-04-01')`);
  await pool.query(`INSERT INTO statistics (campaign_id, tried, happening, day, country, number)
    SELECT c.id, c.controller_id = '00000000-0000-7000-8000-0000000000c1', 'letter-written', '2026-03-05', s.iso3,
      CASE WHEN s.iso3 IS NULL THEN 9000 ELSE 60 END
    FROM campaigns c, (SELECT NULL AS iso3 UNION ALL SELECT iso3 FROM states LIMIT 150) s`);
  asking.set('/office/:lang/statistics', '?by=states&month=2026-03');
  const erasures = await pool.query<{ id: string }>('SELECT id FROM erasures');
  parts.set('/office/:lang/personal-data/erasures/:id', erasures.rows[0]?.id ?? '');
  asking.set('/office/:lang/pauses/several/lift', '?item=parliament.example');
  parts.set('/office/:lang/staff/:id', omar);
  parts.set('/office/:lang/stop/:token', 'stopping');
  parts.set('/office/:lang/account/address/:token', 'confirming');
  parts.set('/office/:lang/begin/:token', 'none');
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Every page of the office, from its routes. */
const screens = (lang: Lang) =>
  all
    .flatMap(({ office = [] }) => office)
    .filter(({ method }) => method === 'GET')
    // All lists have the same such page.
    .filter(({ path }) => !path.includes('/several/') || asking.has(path))
    .map(({ path }) => {
      const given = (parts.get(path) ?? 'none').split('/');
      return path.replace(':lang', lang).replace(/:\w+/g, () => given.shift() ?? 'none') + (asking.get(path) ?? '');
    });

describe.each(langs)('every screen of the office in %s', (lang) => {
  it('is accessible, also in the dark, within 360 px and 30 KB, and complains of nothing', async () => {
    const errors: string[] = [];
    for (const page of [signedIn, signedOut]) page.on('pageerror', (error) => errors.push(String(error)));
    expect(screens(lang).length).toBeGreaterThan(9);
    for (const path of screens(lang)) {
      const page = path.includes('/sign-in') ? signedOut : signedIn;
      await page.setViewportSize({ width: 360, height: 760 });
      await page.goto(site.url + path);
      const html = await page.content();
      expect.soft(brotliCompressSync(html).length, `${path}: bytes`).toBeLessThan(30_720);
      expect.soft(await accessibilityProblems(page), `${path}: accessibility`).toEqual([]);
      expect.soft(await tooWide(page, 360), `${path}: wider than the phone`).toEqual([]);
      expect.soft(await cramped(page), `${path}: wider than a reader’s window`).toEqual([]);
      expect.soft(await darkProblems(page), `${path}: dark`).toEqual([]);
      await kept(page, path);
    }
    expect(errors).toEqual([]);
    // Each room adds screens.
  }, 900_000);
});

/** Pictures to be looked at, where somebody says where they go. */
async function kept(page: Page, path: string): Promise<void> {
  const { LOOK } = process.env;
  if (!LOOK) return;
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const name = path.replaceAll(/[/?].*?(?=\w)/g, '_').slice(0, 60);
    await page.screenshot({ path: join(LOOK, `${name}-${width}.png`), fullPage: true });
  }
}

it('several rows are ticked, looked at and done without any script', async () => {
  const [session] = (await signedIn.context().cookies(`${site.url}/office`)).filter(({ name }) => name === 'office');
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 760 } });
  await context.addCookies([{ name: 'office', value: session?.value ?? '', url: `${site.url}/office` }]);
  const page = await context.newPage();
  await page.goto(`${site.url}/office/en/notices?sort=words`);
  await page.getByLabel('chair 00001').check();
  await page.getByLabel('chair 00003').check();
  await page.getByRole('button', { name: 'Take off' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Take off 2 notices');
  await page.getByRole('button', { name: 'Take off 2 notices' }).click();
  await page.getByLabel('Why').fill('They were given away.');
  await page.getByRole('button', { name: 'Take off 2 notices' }).click();
  expect(await page.getByRole('status').textContent()).toContain('2 notices were taken off.');
  expect(new URL(page.url()).searchParams.get('sort')).toBe('words');
  expect(await page.locator('tbody th').first().textContent()).toBe('chair 00002');
});

it('a pause is lifted for a reason, on a phone and without any script', async () => {
  const [session] = (await signedIn.context().cookies(`${site.url}/office`)).filter(({ name }) => name === 'office');
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 760 } });
  await context.addCookies([{ name: 'office', value: session?.value ?? '', url: `${site.url}/office` }]);
  const page = await context.newPage();
  await page.goto(`${site.url}/office/en`);
  await page.getByRole('link', { name: /Paused addresses and domains/ }).click();
  await page.getByRole('link', { name: 'parliament.example' }).click();
  await page.getByRole('link', { name: 'Lift the pause' }).click();
  await page.getByRole('button', { name: 'Lift one pause' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('Write why');
  await page.getByLabel('Why it can be lifted').fill('Their postmaster let us in again.');
  await page.getByRole('button', { name: 'Lift one pause' }).click();
  expect(await page.getByRole('status').textContent()).toContain('One pause was lifted.');
});

it('all scripts of the office are within 40 KB', () => {
  const folder = join(dist, 'assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  expect([scripts.some((name) => name.startsWith('office-')), bytes < 40_960]).toEqual([true, true]);
});
