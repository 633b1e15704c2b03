import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OfficeBrowser } from '../../test/support/office-browser.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { signedInAs } from '../../test/support/staff.ts';
import { MOST_CHARACTERS } from './typed-list.ts';

const PAGE = '/office/en/addressees/import';
const LIST = 'id,name,role,email,started_on\nK1,Amina Kiprop,Senator,amina@assembly.example,2024\nK2,Omar Otieno,,,';
let site: Site;
const lina = new OfficeBrowser(() => site.url);
const omar = new OfficeBrowser(() => site.url);
const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
const names = async () =>
  (await query(`SELECT name FROM representatives WHERE state = 'KEN' AND office IS NULL ORDER BY name`)).map(
    ({ name }) => name,
  );
const looked = ({ page }: OfficeBrowser) => /name="looked" value="([^"]+)"/.exec(page)?.[1] ?? '';
const given = (list: string, fields: Readonly<Record<string, string>> = {}) => ({
  ...{ state: 'Kenya', source: 'Roll', as_of: '2026-03-02', list },
  ...fields,
});

async function looks(browser: OfficeBrowser, list: string, fields: Readonly<Record<string, string>> = {}) {
  await browser.get(PAGE);
  return browser.post(PAGE, given(list, fields));
}

const goes = (browser: OfficeBrowser, list: string, fields: Readonly<Record<string, string>> = {}) =>
  browser.post(PAGE, given(list, { step: 'go', looked: looked(browser), ...fields }));

beforeAll(async () => {
  site = await startSite({}, { work: false });
  for (const [browser, name] of [
    [lina, 'Lina H.'],
    [omar, 'Omar T.'],
  ] as const)
    browser.cookies.set('office', (await signedInAs(site.running.app, name, 'campaigner')).token);
});
afterAll(() => site.stop());
beforeEach(async () => {
  await query(
    `DELETE FROM channels USING representatives r WHERE r.id = representative_id AND r.state = 'KEN' AND r.office IS NULL`,
  );
  await query(`DELETE FROM mandates USING representatives r WHERE r.id = representative_id AND r.state = 'KEN'`);
  await query(`DELETE FROM representatives WHERE state = 'KEN' AND office IS NULL`);
});

describe('a list', () => {
  it('is looked at first, then brought in, with an entry of who did it', async () => {
    await looks(lina, LIST);
    expect([lina.status, await names()]).toEqual([200, []]);
    for (const words of [
      'Nothing has been changed yet',
      'Amina Kiprop, amina@assembly.example',
      'Bring it in: 2 people',
    ])
      expect(lina.page).toContain(words);
    await goes(lina, LIST);
    expect([lina.status, lina.page.includes('The list was brought in')]).toEqual([200, true]);
    expect(await names()).toEqual(['Amina Kiprop', 'Omar Otieno']);
    const [entry] = await query(`SELECT a.name, because, after FROM audit_entries JOIN actors a ON a.id = made_by
      WHERE operation = 'representatives.import' ORDER BY made_at DESC LIMIT 1`);
    expect(entry).toMatchObject({ name: 'Lina H.', because: 'Roll', after: { added: 2 } });
  });

  it.each([
    ['an addressee was changed since', `UPDATE representatives SET updated_at = now() WHERE state = 'KEN'`],
    ['an address was', `UPDATE channels SET ended_at = now() WHERE value = 'amina@assembly.example'`],
  ])('is not brought in where %s, and what would change now is shown', async (_, change) => {
    await looks(lina, LIST);
    await goes(lina, LIST);
    const more = `${LIST}\nK3,Nadia Wanjiru,,,`;
    await looks(lina, more);
    await query(change);
    await goes(lina, more);
    expect([lina.status, lina.page.includes('Something has changed since you looked')]).toEqual([409, true]);
    expect(await names()).toHaveLength(2);
    await goes(lina, more);
    expect([lina.status, (await names()).length]).toEqual([200, 3]);
  });

  it('is not brought in as another one than was looked at', async () => {
    await looks(lina, LIST);
    await goes(lina, LIST.replace('Amina', 'Somebody'));
    expect([lina.status, await names()]).toEqual([409, []]);
    await looks(lina, LIST);
    await goes(lina, LIST, { source: 'Another roll' });
    expect([lina.status, await names()]).toEqual([409, []]);
  });

  it('is brought in by one of two at once', async () => {
    await looks(lina, LIST);
    await looks(omar, LIST);
    await Promise.all([goes(lina, LIST), goes(omar, LIST)]);
    expect([lina.status, omar.status].sort()).toEqual([200, 409]);
    expect(await names()).toHaveLength(2);
  });

  it('says line and column of what is wrong, and leaves such rows out only where that is ticked', async () => {
    const bad = 'name,email,started_on,ended_on\nA,no,2024-13,\n"B\nB",,2024,2020\nAmina Kiprop,,,\n,,,2024\nx,y\n';
    await looks(lina, bad);
    expect(lina.page).toContain('4 rows with mistakes');
    for (const words of ['Line 2: started_on, email', 'Line 3: started_on, ended_on', '<b>Line 6</b>', '<b>Line 7</b>'])
      expect(lina.page.replaceAll(/[\u2066-\u2069]/g, '')).toContain(words);
    expect(looked(lina)).toBe('');
    await goes(lina, bad);
    expect(await names()).toEqual([]);
    await looks(lina, bad, { skip: '1' });
    await goes(lina, bad, { skip: '1' });
    expect(await names()).toEqual(['Amina Kiprop']);
  });

  it('that would end many is brought in only by whoever says that they mean it', async () => {
    const many = ['name', ...Array.from({ length: 12 }, (_, at) => `Member ${at}`)].join('\n');
    await looks(lina, many);
    await goes(lina, many);
    const few = 'name\nMember 1\n';
    await looks(lina, few);
    expect(lina.page).toContain('More than half of those in office would leave');
    await goes(lina, few);
    expect(lina.page).toContain('Nothing has been changed yet');
    await goes(lina, few, { sure: '1' });
    expect(lina.page).toContain('The list was brought in');
  });

  it.each([
    ['semicolons', LIST.replaceAll(',', ';')],
    ['tabs', LIST.replaceAll(',', '\t')],
    ['bars', LIST.replaceAll(',', '|')],
    ['the line breaks of a form', LIST.replaceAll('\n', '\r\n')],
  ])('may be separated by %s', async (_, list) => {
    await looks(lina, list);
    expect(lina.page).toContain('Amina Kiprop, amina@assembly.example');
    await goes(lina, list);
    expect(await names()).toHaveLength(2);
  });

  it.each([
    ['nothing', '', 'Paste a table'],
    ['heads alone', 'name,email', 'Paste a table'],
    ['an archive', 'PK\u0003\u0004 sheet', 'This is no text'],
    ['a document', '%PDF-1.7 …', 'This is no text'],
    ['JSON', '{"persons":[]}', 'This is no table'],
    ['a page', '<!doctype html>', 'This is no table'],
    ['unknown heads', 'nom,courriel\nA,b', 'unknown columns: nom, courriel'],
    ['a quote that is never closed', 'name,email\n"A', 'This table can’t be read'],
    ['too many rows', `name\n${'A\n'.repeat(5_001)}`, 'longer than 5,000 rows'],
  ])('is none where it is %s: that is said, and it stays in the form', async (_, list, words) => {
    await looks(lina, list);
    expect([lina.status, lina.page.includes(words)]).toEqual([422, true]);
    expect(lina.page).toContain('value="Roll"');
    expect(await names()).toEqual([]);
  });

  it('has letters that were lost told by line', async () => {
    await looks(lina, 'name\nAm\ufffdna\n');
    expect(lina.page).toContain('letters of the name were lost');
  });

  it('of as many characters as fit is taken in Arabic too, and one more is told', async () => {
    const row = (at: number) => `${at},${'أمينة عبد الرحمن '.repeat(6)},`;
    const rows = Array.from({ length: 4_900 }, (_, at) => row(at));
    const list = `id,name,role\n${rows.join('\n')}`;
    expect(list.length).toBeLessThan(MOST_CHARACTERS);
    await looks(lina, list);
    expect([lina.status, lina.page.includes('Bring it in: 4,900 people')]).toEqual([200, true]);
    await looks(lina, `${list}${' '.repeat(MOST_CHARACTERS)}`);
    expect([lina.status, lina.page.includes('everything you typed is on this page')]).toEqual([422, true]);
  });

  it.each([
    ['state', 'Atlantis', 'Write which state'],
    ['as_of', '2026-02-30', 'Write the day of the source'],
    ['source', 'y'.repeat(301), 'Shorten the source'],
  ])('needs a %s that there can be', async (field, wrong, words) => {
    await looks(lina, LIST, { [field]: wrong });
    expect([lina.status, lina.page.includes(words)]).toEqual([422, true]);
    expect(lina.page).toContain('Amina Kiprop');
  });

  it('is read of nobody who has no session, however long it is', async () => {
    const answer = await fetch(`${site.url}${PAGE}`, {
      method: 'POST',
      body: new URLSearchParams({ list: 'x'.repeat(500_000) }),
      redirect: 'manual',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/office/en/sign-in']);
  });
});
