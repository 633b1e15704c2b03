import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST } from '../../../test/support/campaigns.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';
import { operatorAt } from '../../actors/at-the-machine.ts';
import { OPERATOR } from '../../controllers/controllers.ts';
import { changePublication } from '../../publications/command.ts';
import { rooms } from '../../rooms.ts';
import { copyCampaign } from '../copy-campaign.ts';

const OF = '/office/en/campaigns';
let site: Site;
const editor = new OfficeBrowser(() => site.url);
const amina = new OfficeBrowser(() => site.url);
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
/** What a form of publishing carries of what was seen. */
const seenOn = ({ page }: OfficeBrowser) =>
  [...page.matchAll(/name="seen" value="([^"]+)"/g)].map(([, seen = '']) => ['seen', seen] as const);
const page = async (path: string) => fetch(`${site.url}${path}`);

beforeAll(async () => {
  site = await startSite({}, { work: false });
  editor.cookies.set('office', (await signedInAs(site.running.app, 'Edith K.', 'editor')).token);
  amina.cookies.set('office', (await signedInAs(site.running.app, 'Amina K.', 'administrator')).token);
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
    await editor.postAll(at, [['step', 'publish'], ['langs', 'en'], ['asks', 'yes'], ...seenOn(editor)]);
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
    await editor.postAll(`${OF}/day/publishing/${id}`, [['step', 'publish'], ['langs', 'fr'], ...seenOn(editor)]);
    expect([editor.status, editor.page]).toEqual([422, expect.stringContaining('asked of every state')]);
    expect((await statesOf(id)).at(-1)).toEqual({ lang: 'fr', state: 'draft' });
    await query(`UPDATE asks SET condition = 'always' WHERE slug = 'general' AND campaign_id = '${id}'`);
  });

  it('stays one in a language in which the general ask is not public and does not come along', async () => {
    const id = await idOf('day');
    await editor.get(`${OF}/day/publishing/${id}`);
    await editor.postAll(`${OF}/day/publishing/${id}`, [['step', 'publish'], ['langs', 'fr'], ...seenOn(editor)]);
    expect([editor.status, editor.page]).toEqual([422, expect.stringContaining('In each of these languages')]);
    expect((await statesOf(id)).at(-1)).toEqual({ lang: 'fr', state: 'draft' });
  });
});

describe('what was shown', () => {
  const at = async () => `${OF}/day/publishing/${await idOf('day')}`;
  const publishes = (browser: OfficeBrowser, where: string, seen: readonly (readonly [string, string])[]) =>
    browser.postAll(where, [['step', 'publish'], ['langs', 'fr'], ['asks', 'yes'], ...seen]);

  it.each<[string, string]>([
    [
      'words of an ask',
      `UPDATE ask_texts SET text = text || '{"title": "Another"}' WHERE lang = 'fr' AND ask_id = 'ASK'`,
    ],
    ['its rules', `UPDATE asks SET office = 'head-of-government' WHERE id = 'ASK'`],
    ['the order of asks', `UPDATE asks SET position = 99 - position WHERE campaign_id = 'CAMPAIGN'`],
  ])('is what is published, or nothing: %s changed since', async (_, change) => {
    const ask = await askOf('ratify', 'day');
    await editor.get(await at());
    const seen = seenOn(editor);
    await query(change.replace('ASK', ask).replace('CAMPAIGN', await idOf('day')));
    await publishes(editor, await at(), seen);
    expect([editor.status, editor.page.includes('not what you were shown any more')]).toEqual([409, true]);
    expect(editor.page).toContain('Changed since:');
    for (const id of [ask, await idOf('day')])
      expect((await statesOf(id)).at(-1)).toEqual({ lang: 'fr', state: 'draft' });
  });

  it('is not published by a form that says nothing of it', async () => {
    await editor.get(await at());
    await publishes(editor, await at(), []);
    expect([editor.status, (await statesOf(await idOf('day'))).at(-1)]).toEqual([409, { lang: 'fr', state: 'draft' }]);
  });

  it('is published whole or not at all', async () => {
    await editor.get(await at());
    const seen = seenOn(editor);
    await query(`CREATE FUNCTION no_more() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no more'; END $$;
      CREATE TRIGGER no_more BEFORE UPDATE ON publication_languages FOR EACH ROW
        WHEN (NEW.state = 'published' AND NEW.publication_id = '${await idOf('day')}') EXECUTE FUNCTION no_more()`);
    await publishes(editor, await at(), seen);
    await query('DROP TRIGGER no_more ON publication_languages');
    expect(editor.status).toBe(500);
    const shown = await query(`SELECT FROM publication_languages l JOIN asks a ON a.id = publication_id
      WHERE a.campaign_id = '${await idOf('day')}' AND lang = 'fr' AND state = 'published'`);
    expect(shown).toEqual([]);
  });

  it('is published by one of two at once', async () => {
    for (const browser of [editor, amina]) await browser.get(await at());
    const where = await at();
    await Promise.all([editor, amina].map((browser) => publishes(browser, where, seenOn(browser))));
    expect([editor.status, amina.status].sort()).toEqual([200, 409]);
    for (const id of [await idOf('day'), await askOf('ratify', 'day')])
      expect((await statesOf(id)).at(-1)).toEqual({ lang: 'fr', state: 'published' });
    const entries = await query(`SELECT FROM audit_entries WHERE item = 'day' AND operation = 'publications.publish'`);
    expect(entries).toHaveLength(2);
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
      ...[{ operation: 'publications.publish' }, { operation: 'publications.publish' }],
      { operation: 'publications.withdraw' },
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

describe('what is asked of every state', () => {
  const kinds = rooms.flatMap(({ publications = [] }) => publications);
  const typed = async (verb: string, name: string) =>
    changePublication(
      database(),
      kinds,
      { words: [verb, 'ask', name], because: 'a test' },
      await operatorAt(database(), 'Nadia O.'),
    );
  const always = () =>
    query(`SELECT a.slug FROM asks a JOIN publications p ON p.id = a.id
    WHERE a.campaign_id = (SELECT id FROM campaigns WHERE slug = 'day') AND condition = 'always' AND withdrawn_at IS NULL`);

  it('is one thing: another is not shown again beside it, at the screen or the command line', async () => {
    const id = await askOf('ratify', 'day');
    const at = `${OF}/day/publishing/${id}`;
    await typed('withdraw', 'day/ratify');
    await query(`UPDATE asks SET condition = 'always' WHERE id = '${id}'`);
    await editor.get(at);
    await editor.post(at, { step: 'reinstate' });
    expect([editor.status, editor.page.includes('asked of every state already')]).toEqual([422, true]);
    await expect(typed('reinstate', 'day/ratify')).rejects.toThrow('asked of every state already');
    await expect(typed('withdraw', 'day/general')).rejects.toThrow('something has to be asked of every state');
    expect(await always()).toEqual([{ slug: 'general' }]);
  });

  it('is hidden all the same where it harms somebody, and is one again whoever is quicker to show one', async () => {
    await typed('hide', 'day/general');
    const tried = await Promise.allSettled([typed('unhide', 'day/general'), typed('reinstate', 'day/ratify')]);
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const shown =
      await query(`SELECT a.slug FROM asks a JOIN publications p ON p.id = a.id JOIN campaigns c ON c.id = a.campaign_id
      WHERE c.slug = 'day' AND condition = 'always' AND withdrawn_at IS NULL AND hidden_at IS NULL`);
    expect(shown).toHaveLength(1);
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
