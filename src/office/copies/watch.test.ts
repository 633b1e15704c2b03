import { afterAll, beforeAll, expect, it } from 'vitest';
import { campaignWords } from '../../../test/support/campaign-words.ts';
import { FIRST } from '../../../test/support/campaigns.ts';
import { inputsOf } from '../../../test/support/inputs.ts';
import { type Office, startOffice } from '../../../test/support/office.ts';
import type { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type SignedIn, signedInAs } from '../../../test/support/staff.ts';
import { ownDataFile } from '../../accounts/own-data.ts';
import type { Role } from '../../accounts/roles.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.stop());

async function somebody(name: string, role: Role = 'editor'): Promise<SignedIn & { browser: OfficeBrowser }> {
  const signedIn = await signedInAs(office.app, name, role);
  const browser = office.browser();
  browser.cookies.set('office', signedIn.token);
  return { ...signedIn, browser };
}

const pageOf = async () => {
  const { item } = await campaignWords(office.app.database, FIRST, 'en');
  return `/office/en/campaigns/${FIRST}/words/${item.id}/en`;
};

const unusedFor = (actor: string, long: string) =>
  office.sql(`UPDATE sessions SET began_at = now() - interval '1 day', proved_at = now() - interval '1 day',
    last_used_at = now() - interval '${long}' WHERE actor_id = '${actor}'`);

/** What the script of a page asks, and what it is answered. */
async function asks(browser: OfficeBrowser, to?: string) {
  const { page } = browser;
  const version = /<item-watch[^>]* data-version="([0-9a-f]{16})"/.exec(page)?.[1] ?? '';
  await browser.post('/office/en/watch', { to: to ?? (await pageOf()), version });
  const said = browser.page.startsWith('{') ? JSON.parse(browser.page) : undefined;
  browser.page = page;
  return { status: browser.status, ...(said as { others: string; changed?: string; look?: string } | undefined) };
}

it('who else has a form open is said when it is opened, and to a page that asks', async () => {
  const [lina, omar] = [await somebody('Lina H.'), await somebody('Omar T.')];
  await lina.browser.get(await pageOf());
  expect(lina.browser.page).not.toContain('has this open too');
  expect(await asks(lina.browser)).toEqual({ status: 200, others: '' });
  await omar.browser.get(await pageOf());
  expect(omar.browser.page).toMatch(/Lina H\.\S? has this open too/);
  expect((await asks(lina.browser)).others).toContain('Omar T.');
  await office.sql(`UPDATE opened_pages SET seen_at = now() - interval '3 minutes' WHERE actor_id = '${omar.actor}'`);
  expect((await asks(lina.browser)).others).toBe('');
  expect(await ownDataFile(office.app, omar.actor)).toContain('"pagesOpen"');
});

it('that its item was changed since is said, and to whoever opens it after that no more', async () => {
  const [nour, rami] = [await somebody('Nour A.'), await somebody('Rami B.')];
  await nour.browser.get(await pageOf());
  await rami.browser.get(await pageOf());
  await rami.browser.post(await pageOf(), { ...inputsOf(rami.browser), 'say-tagline': 'By Rami', show: 'yes' });
  const told = await asks(nour.browser);
  expect([told.changed, told.look]).toEqual([
    expect.stringContaining('changed this after you opened it'),
    expect.stringContaining('opens in a new tab'),
  ]);
  await nour.browser.get(await pageOf());
  expect((await asks(nour.browser)).changed).toBeUndefined();
});

it('asking does not keep a session in use, and reads little', async () => {
  const { browser, actor } = await somebody('Idle I.');
  await browser.get(await pageOf());
  const used = async () =>
    (await office.sql(`SELECT last_used_at FROM sessions WHERE actor_id = '${actor}'`)).rows[0].last_used_at;
  await unusedFor(actor, '2 hours');
  const before = await used();
  const statements = await office.askedBy(() => asks(browser));
  expect(statements.filter((one) => /^\s*(select|with|insert|update|delete)/i.test(one)).length).toBeLessThanOrEqual(5);
  expect(await used()).toEqual(before);
  expect(Date.now() - before.getTime()).toBeGreaterThan(3_600_000);
  await unusedFor(actor, '13 hours');
  expect((await asks(browser)).status).toBe(403);
  expect((await office.sql(`SELECT 1 FROM unsent_forms WHERE actor_id = '${actor}'`)).rows).toEqual([]);
});

it('nobody is named to whoever may not open the form, nor of forms that are not', async () => {
  const [writer, reader] = [await somebody('Writer W.'), await somebody('Reader R.', 'reader')];
  await writer.browser.get(await pageOf());
  await reader.browser.get('/office/en/account');
  expect((await asks(reader.browser)).status).toBe(404);
  for (const to of ['/office/en/account/address', '/office/en/campaigns/none/words/none/en', '/office/fr/staff', ''])
    expect([to, (await asks(writer.browser, to)).status]).toEqual([to, 404]);
  await writer.browser.get('/office/en/campaigns/add');
  expect(writer.browser.page).not.toContain('<item-watch');
});
