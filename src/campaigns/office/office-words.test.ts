import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignWords } from '../../../test/support/campaign-words.ts';
import { FIRST } from '../../../test/support/campaigns.ts';
import { inputsOf } from '../../../test/support/inputs.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';
import type { Role } from '../../accounts/roles.ts';
import { type Lang, langs } from '../../config/langs.ts';

const LIST = '/office/en/campaigns';
let site: Site;
const people = new Map<Role | 'second', OfficeBrowser>();
const as = (who: Role | 'second') => people.get(who) as OfficeBrowser;
const database = () => site.running.app.database;
const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
const words = (lang: Lang) => campaignWords(database(), FIRST, lang);
const pageOf = async (lang: Lang) => `${LIST}/${FIRST}/words/${(await words(lang)).item.id}/${lang}`;
const entries = (operation: string) =>
  query(`SELECT item, before, after FROM audit_entries WHERE operation = '${operation}' ORDER BY made_at, id`);

beforeAll(async () => {
  site = await startSite({}, { work: false });
  for (const [name, role, languages] of [
    ['Lina H.', 'campaigner', []],
    ['Omar T.', 'editor', []],
    ['Claire B.', 'translator', ['fr']],
    ['Nadia O.', 'reader', []],
  ] as const) {
    const browser = new OfficeBrowser(() => site.url);
    browser.cookies.set('office', (await signedInAs(site.running.app, name, role, languages)).token);
    people.set(role, browser);
  }
});
afterAll(() => site.stop());

async function opens(who: Role, lang: Lang) {
  return (await as(who).get(await pageOf(lang))) && inputsOf(as(who));
}
async function saves(who: Role, lang: Lang, typed: Record<string, string>) {
  return as(who).post(await pageOf(lang), typed);
}

describe('the list of campaigns', () => {
  it.each([
    ['q=BONDS', true],
    [`q=${FIRST}`, true],
    [`q=${encodeURIComponent('روابط')}`, true],
    ['q=100%25', false],
    ['state=open', true],
    ['state=closed', false],
    ['q=united&state=withdrawn', false],
  ])('finds by %s', async (asking, found) => {
    const { page, status } = await as('reader').get(`${LIST}?${asking}`);
    expect([status, page.includes(`href="${LIST}/${FIRST}"`)]).toEqual([200, found]);
  });

  it('says what each language lacks, and is a file', async () => {
    await as('reader').get(LIST);
    expect(as('reader').page).toContain('English, French, Spanish, and Arabic: complete');
    await as('reader').get(`${LIST}?as=csv&q=bonds`);
    const rows = parse<Record<string, string>>(as('reader').page, { columns: true, bom: true });
    expect(rows).toMatchObject([{ slug: FIRST, state: 'open', fr_missing: '0', ar_older: '0' }]);
  });
});

describe('the words of a campaign', () => {
  it('are changed as a version, which readers get at once, and leave an entry', async () => {
    const { version } = await words('en');
    const typed = await opens('campaigner', 'en');
    expect(typed['say-tagline']).toBe((await words('en')).text.tagline);
    const message = { 'say-messages/+/text': 'Another message' };
    await saves('campaigner', 'en', { ...typed, ...message, 'say-tagline': 'Justice, everywhere.' });
    expect([as('campaigner').status, as('campaigner').page]).toEqual([200, expect.stringContaining('is saved')]);
    const { text, ...now } = await words('en');
    expect([now.version, text.tagline, text.messages.at(-1)]).toEqual([
      version + 1,
      'Justice, everywhere.',
      { id: 'more-7', text: 'Another message' },
    ]);
    expect((await entries('campaigns.write')).at(-1)).toMatchObject({
      before: { en: version },
      after: { en: version + 1 },
    });
    const page = await (await fetch(`${site.url}/en/campaigns/${FIRST}`)).text();
    expect(page).toContain('Justice, everywhere.');
  });

  it('are kept as they are by a form that changes nothing', async () => {
    const { version, text } = await words('ar');
    await saves('campaigner', 'ar', await opens('campaigner', 'ar'));
    expect(as('campaigner').page).toContain('Nothing was different');
    expect(await words('ar')).toMatchObject({ version, text });
  });

  it('that can’t be taken are said beside the field and in the summary, and nothing typed is lost', async () => {
    const { version } = await words('es');
    const typed = await opens('editor', 'es');
    const wrong = { 'say-name': '', 'say-why': 'Uno.\r\n\r\n{figure:none}', 'say-demands/1/title': 'x'.repeat(401) };
    await saves('editor', 'es', { ...typed, ...wrong });
    expect([as('editor').status, (await words('es')).version]).toEqual([422, version]);
    for (const said of [
      'href="#say-name"',
      'Write this text',
      '3 things need your attention',
      'a figure that there is not',
      '400 characters',
    ])
      expect(as('editor').page).toContain(said);
    expect(inputsOf(as('editor'))).toMatchObject({
      'say-why': 'Uno.\n\n{figure:none}',
      'say-tagline': typed['say-tagline'],
    });
  });

  it('say which translations are older, what changed since, and when they say it is so no longer', async () => {
    await as('translator').get('/office/en/campaigns');
    expect(as('translator').page).toContain('French: 1 older than its source');
    const typed = await opens('translator', 'fr');
    expect(as('translator').page).toContain(
      'Justice<del> for everyone it has not reached yet</del><ins>, everywhere</ins>.',
    );
    expect(as('translator').page).toMatch(/name="say-tagline" lang="fr" dir="ltr"/);
    await saves('translator', 'fr', {
      ...typed,
      'say-tagline': 'La justice, partout.',
      'say-messages/more-7/text': 'Un autre',
    });
    expect(as('translator').page).toContain('once somebody has approved it');
    await as('reader').get(LIST);
    expect(as('reader').page).toContain('French: 1 older');
    await saves('translator', 'fr', { ...(await opens('translator', 'fr')), renewed: 'yes' });
    await as('reader').get(LIST);
    expect(as('reader').page).not.toContain('French: 1 older');
    expect((await words('fr')).text.tagline).not.toBe('La justice, partout.');
  });

  it('that wait are approved by whoever may, as they were looked at', async () => {
    const { version } = await words('fr');
    await opens('editor', 'fr');
    expect(as('editor').page).toContain(`Version ${version} waits`);
    await as('editor').post(`${await pageOf('fr')}/approve`, { seen: String(version - 1) });
    expect([as('editor').status, as('editor').page]).toEqual([
      409,
      expect.stringContaining('saved a version meanwhile'),
    ]);
    await as('editor').post(`${await pageOf('fr')}/approve`, { seen: String(version) });
    expect((await words('fr')).text.tagline).toBe('La justice, partout.');
    expect(await entries('campaigns.approve')).toHaveLength(1);
  });

  it('are compared with what they were, and an earlier version comes back as another', async () => {
    const { version } = await words('en');
    await as('campaigner').get(`${await pageOf('en')}/versions`);
    expect(as('campaigner').page).toContain('brought by files');
    await as('campaigner').get(`${await pageOf('en')}/versions/${version}`);
    expect(as('campaigner').page).toContain('<ins>, everywhere</ins>');
    await as('campaigner').get(`${await pageOf('en')}/versions/1`);
    const typed = inputsOf(as('campaigner'));
    await as('campaigner').post(`${await pageOf('en')}/versions/1`, { ...typed, read: String(version - 1) });
    expect([as('campaigner').status, (await words('en')).version]).toEqual([409, version]);
    await as('campaigner').post(`${await pageOf('en')}/versions/1`, typed);
    expect(await words('en')).toMatchObject({
      version: version + 1,
      text: { tagline: expect.stringContaining('not reached') },
    });
    expect((await entries('campaigns.bring-back')).at(-1)).toMatchObject({ after: { en: version + 1, back: 1 } });
    await as('campaigner').get(`${LIST}/${FIRST}`);
    expect(as('campaigner').page).toContain('Earlier words of a campaign brought back');
  });
});

describe('two people who change one text', () => {
  it('both see both, and either or both joined are kept; what only one changed is taken by itself', async () => {
    const first = await opens('campaigner', 'es');
    const second = await opens('editor', 'es');
    await saves('editor', 'es', {
      ...second,
      'say-tagline': 'De Omar',
      'say-summary': 'Resumen de Omar',
      'say-call': 'Llamada de Omar',
    });
    await saves('campaigner', 'es', {
      ...first,
      'say-tagline': 'De Lina',
      'say-summary': 'Resumen de Lina <b>',
      'say-image': 'Imagen de Lina',
    });
    const { page, status } = as('campaigner');
    expect(status).toBe(409);
    for (const said of [
      'Omar T.',
      'De <mark>Omar</mark>',
      'De <mark>Lina</mark>',
      'href="#both-tagline"',
      'href="#say-call"',
    ])
      expect(page).toContain(said);
    const shown = inputsOf(as('campaigner'));
    expect(shown).toMatchObject({
      'say-call': 'Llamada de Omar',
      'say-image': 'Imagen de Lina',
      'say-summary': 'Resumen de Lina <b>',
    });
    await as('campaigner').postAll(
      await pageOf('es'),
      [
        ...Object.entries({ ...shown, 'keep-tagline': 'theirs', 'say-summary': 'De los dos' }),
        ['both', 'tagline'],
      ].filter(([name, value]) => name !== 'both' || value === 'tagline') as [string, string][],
    );
    expect(as('campaigner').page).toContain('is saved');
    expect((await words('es')).text).toMatchObject({
      ...{ tagline: 'De Omar', summary: 'De los dos', call: 'Llamada de Omar', image: 'Imagen de Lina' },
    });
  });

  it('in two tabs of one person are told the same, and a third meanwhile once more', async () => {
    const typed = await opens('editor', 'ar');
    await saves('editor', 'ar', { ...typed, 'say-tagline': 'أول' });
    await saves('editor', 'ar', { ...typed, 'say-tagline': 'ثان' });
    expect(as('editor').status).toBe(409);
    const shown = inputsOf(as('editor'));
    const other = await opens('campaigner', 'ar');
    await saves('campaigner', 'ar', { ...other, 'say-tagline': 'ثالث' });
    await saves('editor', 'ar', shown);
    expect([as('editor').status, inputsOf(as('editor'))['say-tagline']]).toEqual([409, 'ثان']);
    await saves('editor', 'ar', inputsOf(as('editor')));
    expect((await words('ar')).text.tagline).toBe('ثان');
  });

  it('at the very same time leave one version, and the other is told', async () => {
    const [typed, other] = [await opens('editor', 'en'), await opens('campaigner', 'en')];
    const { version } = await words('en');
    await Promise.all([
      saves('editor', 'en', { ...typed, 'say-tagline': 'One' }),
      saves('campaigner', 'en', { ...other, 'say-tagline': 'Other' }),
    ]);
    expect([as('editor').status, as('campaigner').status].sort()).toEqual([200, 409]);
    expect((await words('en')).version).toBe(version + 1);
  });
});

describe('whoever', () => {
  it.each([
    ['translator', 'en'],
    ['translator', 'ar'],
    ['reader', 'fr'],
  ] as const)('is %s neither sees the form in %s nor writes by it', async (role, lang) => {
    const before = await words(lang);
    await as(role).get(await pageOf(lang));
    expect(as(role).page).not.toContain('<textarea');
    const typed = await opens('editor', lang);
    await saves(role, lang, { ...typed, 'say-tagline': 'Not mine' });
    expect(as(role).status).toBe(403);
    await as(role).post(`${await pageOf(lang)}/versions/1`, { read: String(before.version), show: 'yes' });
    expect(as(role).status).toBe(403);
    expect(await words(lang)).toEqual(before);
  });

  it('translates can’t have readers see it by a box that was not there', async () => {
    const typed = await opens('translator', 'fr');
    await saves('translator', 'fr', { ...typed, 'say-tagline': 'Vu', show: 'yes' });
    expect(as('translator').page).toContain('once somebody has approved it');
    expect((await words('fr')).text.tagline).not.toBe('Vu');
  });

  it('follows a wrong address is told that there is nothing', async () => {
    for (const at of [
      'none',
      `${FIRST}/asks/none`,
      `${FIRST}/words/none/en`,
      `${FIRST}/words/${(await words('en')).item.id}/de`,
    ])
      expect((await as('editor').get(`${LIST}/${at}`)).status, at).toBe(404);
    for (const number of ['0', '99', 'x', '1e3'])
      expect((await as('editor').get(`${await pageOf('en')}/versions/${number}`)).status, number).toBe(404);
  });
});

it.each(langs)('an ask is shown and written in %s', async (lang) => {
  const [ask] = await query(`SELECT id FROM asks WHERE slug = 'general'`);
  await as('campaigner').get(`${LIST}/${FIRST}/asks/general`);
  expect(as('campaigner').page).toContain('of any kind');
  const at = `${LIST}/${FIRST}/words/${ask.id}/${lang}`;
  await as('campaigner').get(at);
  const typed = inputsOf(as('campaigner'));
  await as('campaigner').post(at, { ...typed, 'say-arguments/law/label': '', 'say-arguments/law/text': '' });
  expect([as('campaigner').status, as('campaigner').page]).toEqual([422, expect.stringContaining('can’t be left out')]);
  await as('campaigner').post(at, { ...typed, 'say-subject': `${typed['say-subject']} !` });
  expect(as('campaigner').page).toContain('is saved');
});
