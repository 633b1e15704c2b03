import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST } from '../../../test/support/campaigns.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';
import { operatorAt } from '../../actors/at-the-machine.ts';
import { OPERATOR } from '../../controllers/controllers.ts';
import { copyCampaign } from '../copy-campaign.ts';

const OF = '/office/en/campaigns';
let site: Site;
const editor = new OfficeBrowser(() => site.url);
const lina = new OfficeBrowser(() => site.url);
const database = () => site.running.app.database;
const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
const idOf = async (slug: string) => (await query(`SELECT id FROM campaigns WHERE slug = '${slug}'`))[0].id;
const askOf = async (slug: string, of: string) =>
  (
    await query(
      `SELECT a.id FROM asks a JOIN campaigns c ON c.id = campaign_id WHERE c.slug = '${of}' AND a.slug = '${slug}'`,
    )
  )[0].id;
const statesOf = (id: string) =>
  query(`SELECT lang, state FROM publication_languages WHERE publication_id = '${id}' ORDER BY lang`);
const page = async (path: string) => fetch(`${site.url}${path}`);

beforeAll(async () => {
  site = await startSite({}, { work: false });
  editor.cookies.set('office', (await signedInAs(site.running.app, 'Edith K.', 'editor')).token);
  lina.cookies.set('office', (await signedInAs(site.running.app, 'Lina H.', 'campaigner')).token);
  const how = { zone: 'UTC', controller: OPERATOR, by: await operatorAt(database(), 'Nadia O.') };
  await copyCampaign(database(), ['day', '2190-01-01', FIRST, 'en', 'Justice Day', 'fr', 'Journée'], how);
  await query(`UPDATE campaigns SET opens_at = now() - interval '1 day' WHERE slug = 'day'`);
});
afterAll(() => site.stop());

describe('a draft', () => {
  it('is published with its asks in the languages that are chosen', async () => {
    const at = `${OF}/day/publishing/${await idOf('day')}`;
    await editor.get(at);
    expect([editor.status, editor.page]).toEqual([200, expect.stringContaining('with 13 asks')]);
    await editor.postAll(at, [
      ['step', 'publish'],
      ['langs', 'en'],
      ['asks', 'yes'],
    ]);
    expect([editor.status, editor.at]).toEqual([200, `${OF}/day`]);
    for (const id of [await idOf('day'), await askOf('ratify', 'day')])
      expect(await statesOf(id)).toEqual([
        { lang: 'en', state: 'published' },
        { lang: 'fr', state: 'draft' },
      ]);
    expect(await (await page('/en/campaigns/day')).text()).toContain('Justice Day');
    expect((await page('/fr/campaigns/day')).status).toBe(404);
  });

  it.each([
    ['in no language', [], 'at least one language'],
    ['in one that there is not', [['langs', 'de']], 'at least one language'],
  ] as const)('is published %s by nobody', async (_, langs, said) => {
    const at = `${OF}/day/publishing/${await idOf('day')}`;
    await editor.get(at);
    await editor.postAll(at, [['step', 'publish'], ...langs]);
    expect([editor.status, editor.page.includes(said)]).toEqual([422, true]);
  });

  it('that asks nothing of every state stays one', async () => {
    const id = await idOf('day');
    await query(`UPDATE asks SET condition = 'withdrawn' WHERE slug = 'general' AND campaign_id = '${id}'`);
    await editor.get(`${OF}/day/publishing/${id}`);
    await editor.post(`${OF}/day/publishing/${id}`, { step: 'publish', langs: 'fr' });
    expect([editor.status, editor.page]).toEqual([422, expect.stringContaining('asked of every state')]);
    expect((await statesOf(id)).at(-1)).toEqual({ lang: 'fr', state: 'draft' });
    await query(`UPDATE asks SET condition = 'always' WHERE slug = 'general' AND campaign_id = '${id}'`);
  });

  it('stays one in a language in which the general ask is not public and does not come along', async () => {
    const id = await idOf('day');
    await editor.get(`${OF}/day/publishing/${id}`);
    await editor.post(`${OF}/day/publishing/${id}`, { step: 'publish', langs: 'fr' });
    expect([editor.status, editor.page]).toEqual([422, expect.stringContaining('In each of these languages')]);
    expect((await statesOf(id)).at(-1)).toEqual({ lang: 'fr', state: 'draft' });
  });
});

describe('an ask', () => {
  it('is withdrawn with a reason, and made again', async () => {
    const id = await askOf('ratify', 'day');
    const at = `${OF}/day/publishing/${id}`;
    await editor.get(at);
    await editor.post(at, { step: 'withdraw', why: '  ' });
    expect([editor.status, editor.page]).toEqual([422, expect.stringContaining('Say why')]);
    await editor.post(at, { step: 'withdraw', why: 'The words are wrong' });
    expect([editor.status, editor.page]).toEqual([200, expect.stringContaining('Withdrawn')]);
    const barred = () => query(`SELECT withdrawn_because AS why FROM publications WHERE id = '${id}'`);
    expect(await barred()).toEqual([{ why: 'The words are wrong' }]);
    await editor.get(at);
    await editor.post(at, { step: 'reinstate' });
    expect(await barred()).toEqual([{ why: null }]);
    expect(
      await query(`SELECT operation FROM audit_entries WHERE item = 'day/ratify' ORDER BY made_at, id`),
    ).toMatchObject([
      ...[{ operation: 'publications.publish' }, { operation: 'publications.withdraw' }],
      { operation: 'publications.reinstate' },
    ]);
  });

  it('of every state is not withdrawn, as something has to be asked of each', async () => {
    const at = `${OF}/day/publishing/${await askOf('general', 'day')}`;
    await editor.get(at);
    await editor.post(at, { step: 'withdraw', why: 'No more' });
    expect([editor.status, editor.page]).toEqual([422, expect.stringContaining('asked of every state')]);
  });
});

it('is nobody’s whose role does not say so, and asks a factor afresh', async () => {
  const at = `${OF}/day/publishing/${await idOf('day')}`;
  await lina.get(at);
  expect(lina.status).toBe(403);
  await lina.get(OF);
  await lina.post(at, { step: 'withdraw', why: 'No more' });
  expect([lina.status, (await page('/en/campaigns/day')).status]).toEqual([403, 200]);
  await query(`UPDATE sessions SET began_at = now() - interval '1 hour', proved_at = now() - interval '11 minutes'`);
  await editor.get(at);
  expect(editor.at).toMatch(/^\/office\/en\/prove/);
});
