import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignWords } from '../../../test/support/campaign-words.ts';
import { FIRST } from '../../../test/support/campaigns.ts';
import { inputsOf } from '../../../test/support/inputs.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';
import { operatorAt } from '../../actors/at-the-machine.ts';
import { OPERATOR } from '../../controllers/controllers.ts';
import { copyCampaign } from '../copy-campaign.ts';

const AT = '/office/en/campaigns/add';
const OF = '/office/en/campaigns';
let site: Site;
const lina = new OfficeBrowser(() => site.url);
const omar = new OfficeBrowser(() => site.url);
const editor = new OfficeBrowser(() => site.url);
const database = () => site.running.app.database;
const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
const slugs = async () => (await query('SELECT slug FROM campaigns ORDER BY slug')).map(({ slug }) => slug);
const made = () =>
  query(`SELECT item, after FROM audit_entries WHERE operation = 'campaigns.make' ORDER BY made_at, id`);

beforeAll(async () => {
  site = await startSite({ TIME_ZONE: 'Africa/Nairobi' }, { work: false });
  for (const [browser, name, role] of [
    [lina, 'Lina H.', 'campaigner'],
    [omar, 'Omar T.', 'campaigner'],
    [editor, 'Edith K.', 'editor'],
  ] as const)
    browser.cookies.set('office', (await signedInAs(site.running.app, name, role)).token);
});
afterAll(() => site.stop());

const typed = async (
  browser: OfficeBrowser,
  fields: Record<string, string>,
  from = '',
): Promise<Record<string, string>> => {
  await browser.get(from ? `${AT}?from=${from}` : AT);
  return { ...inputsOf(browser), opensOn: '2190-07-17', from, ...fields };
};

describe('a campaign from another', () => {
  it('has its words, asks and settings in the languages that are named, as drafts that nobody sees', async () => {
    const fields = await typed(lina, { slug: 'justice-day', 'name-fr': 'Journée', 'name-en': 'Justice Day' }, FIRST);
    expect(fields['call-en']).toBe((await campaignWords(database(), FIRST, 'en')).text.call);
    await lina.post(AT, { ...fields, 'call-fr': '' });
    expect([lina.status, lina.at, lina.page]).toEqual([
      200,
      `${OF}/justice-day`,
      expect.stringContaining('no language yet'),
    ]);
    const [of, from] = [await facts('justice-day'), await facts(FIRST)];
    expect(of.asks).toEqual(from.asks);
    expect([of.hashtags, of.letter_limit, of.position]).toEqual([from.hashtags, from.letter_limit, null]);
    const [mine, theirs] = [await words('justice-day', 'fr'), await words(FIRST, 'fr')];
    expect(mine).toEqual({ ...theirs, name: 'Journée' });
    expect(
      await query(`SELECT DISTINCT l.lang, l.state FROM publication_languages l JOIN asks a ON a.id = l.publication_id
      JOIN campaigns c ON c.id = a.campaign_id WHERE c.slug = 'justice-day' ORDER BY lang`),
    ).toEqual([
      { lang: 'en', state: 'draft' },
      { lang: 'fr', state: 'draft' },
    ]);
    expect(await made()).toMatchObject([
      { item: 'justice-day', after: { from: FIRST, languages: ['en', 'fr'], opens_on: '2190-07-17' } },
    ]);
    await query(`UPDATE campaigns SET opens_at = now() - interval '1 hour' WHERE slug = 'justice-day'`);
    expect((await fetch(`${site.url}/en/campaigns/justice-day`)).status).toBe(404);
  });

  it('says which language is the original, as that one does', async () => {
    expect(
      await query(`SELECT v.lang, v.source_lang FROM text_versions v JOIN campaigns c ON c.id = v.item_id
      WHERE c.slug = 'justice-day' ORDER BY v.lang`),
    ).toEqual([
      { lang: 'en', source_lang: null },
      { lang: 'fr', source_lang: 'en' },
    ]);
  });
});

const facts = async (slug: string) =>
  (
    await query(`SELECT letter_limit, hashtags, position, (SELECT json_agg(json_build_object('slug', slug, 'condition', condition,
      'office', office, 'defaults', defaults, 'aim', aim) ORDER BY position) FROM asks WHERE campaign_id = c.id) AS asks
    FROM campaigns c WHERE slug = '${slug}'`)
  )[0];
const words = async (slug: string, lang: 'en' | 'fr') => (await campaignWords(database(), slug, lang)).text;

describe('a campaign from nothing', () => {
  it('has a name and a call, with the rest of its words still to be written', async () => {
    const fields = { slug: 'from-nothing', 'name-ar': 'من لا شيء', 'call-ar': 'نداء' };
    await lina.post(AT, await typed(lina, fields));
    expect([lina.status, lina.at, lina.page.includes('من لا شيء')]).toEqual([200, `${OF}/from-nothing`, true]);
    expect(
      await query(`SELECT count(*)::int FROM campaign_texts t JOIN campaigns c ON c.id = t.campaign_id
      WHERE slug = 'from-nothing'`),
    ).toEqual([{ count: 0 }]);
    await lina.get(`${OF}?q=${encodeURIComponent('من لا')}`);
    expect(lina.page).toContain(`href="${OF}/from-nothing"`);
    const listed = parse<Record<string, string>>((await lina.get(`${OF}?as=csv&q=from-nothing`)).page, {
      ...{ columns: true, bom: true },
    });
    expect(listed).toMatchObject([{ name: 'من لا شيء', ar_missing: '1', en_missing: '1' }]);
    await lina.get(`${OF}/from-nothing`);
    expect(lina.page).toContain('not whole yet');
    expect(lina.page).toContain('href="/office/en/statistics?campaign=from-nothing"');
    const [{ id }] = await query(`SELECT id FROM campaigns WHERE slug = 'from-nothing'`);
    await lina.get(`${OF}/from-nothing/words/${id}/ar`);
    expect(inputsOf(lina)).toMatchObject({ 'say-name': 'من لا شيء', 'say-call': 'نداء', 'say-tagline': '' });
    await lina.post(`${OF}/from-nothing/words/${id}/ar`, inputsOf(lina));
    expect([lina.status, lina.page.includes('href="#say-tagline"')]).toEqual([422, true]);
  });
});

describe('what can’t be', () => {
  it.each([
    ['slug', '', 'small Latin letters'],
    ['slug', 'Justice Day', 'small Latin letters'],
    ['slug', 'add', 'in its own addresses'],
    ['slug', FIRST, 'Another campaign has this name'],
    ['opensOn', '2016-11-30', 'still to come'],
    ['opensOn', 'soon', 'Choose a day'],
    ['from', 'none-such', 'no such campaign'],
    ['name-en', '', 'Write this text'],
    ['name-en', 'x'.repeat(401), '400'],
    ['call-en', '', 'Write this text'],
    ['call-en', 'We are {figure:none}.', 'a figure that there is not'],
  ])('%s “%s” is said beside its field, and nothing typed is lost', async (name, wrong, said) => {
    const before = await slugs();
    const fields = { slug: 'another', 'name-en': 'Another', 'call-en': 'Act.', [name]: wrong };
    await lina.post(AT, { ...(await typed(lina, fields)), ...(name === 'from' ? { from: wrong } : {}) });
    expect([lina.status, lina.page.includes(said), await slugs()]).toEqual([422, true, before]);
    if (name !== 'from')
      expect(inputsOf(lina)).toMatchObject({ [name]: wrong, opensOn: name === 'opensOn' ? wrong : '2190-07-17' });
  });

  it('is a campaign without any name', async () => {
    await lina.post(AT, await typed(lina, { slug: 'nameless' }));
    expect([lina.status, lina.page]).toEqual([422, expect.stringContaining('at least one language')]);
  });

  it('is the same name in addresses for two at the very same time', async () => {
    const fields = { slug: 'at-once', 'name-en': 'At once', 'call-en': 'Act.' };
    const [mine, theirs] = [await typed(lina, fields), await typed(omar, fields)];
    await Promise.all([lina.post(AT, mine), omar.post(AT, theirs)]);
    expect([lina.status, omar.status].sort()).toEqual([200, 422]);
    expect((await made()).filter(({ item }) => item === 'at-once')).toHaveLength(1);
  });

  it('is done by nobody whose role does not say so', async () => {
    await editor.get(AT);
    expect(editor.status).toBe(403);
    await editor.get(OF);
    await editor.post(AT, { slug: 'editors', opensOn: '2190-07-17', 'name-en': 'One', 'call-en': 'Act.' });
    expect([editor.status, (await slugs()).includes('editors')]).toEqual([403, false]);
  });
});

describe('at the machine', () => {
  const how = async () => ({ zone: 'UTC', controller: OPERATOR, by: await operatorAt(database(), 'Nadia O.') });

  it('the same is made with what another has', async () => {
    await copyCampaign(database(), ['by-hand', '2190-01-01', FIRST, 'es', 'A mano'], await how());
    const { text } = await campaignWords(database(), 'by-hand', 'es');
    expect(text.name).toBe('A mano');
  });

  it.each([
    [['by-hand', '2190-01-01', FIRST, 'es', 'A mano'], 'another campaign has it'],
    [['other', '2190-01-01', 'none', 'es', 'A mano'], 'no campaign “none”'],
    [['other', '2190-01-01', FIRST, 'de', 'Von Hand'], 'LANG'],
  ])('%j says what can be', async (words, said) => {
    await expect(copyCampaign(database(), words, await how())).rejects.toThrow(said);
  });
});
