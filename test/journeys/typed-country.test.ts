import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { langs } from '../../src/config/langs.ts';
import { words } from '../../src/locales/words.ts';
import { FIRST } from '../support/campaigns.ts';
import { type Site, startSite } from '../support/site.ts';
import { Supporter } from '../support/supporter.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite({}, { work: false });
});
afterAll(() => site?.stop());

const write = (lang: string, typed: string, more = '') =>
  new Supporter(site).opens(`/${lang}/campaigns/${FIRST}/write?state=${encodeURIComponent(typed)}${more}`);
const offered = (html: string) => {
  const list = /class="perhaps".*?<\/ul>/s.exec(html)?.[0] ?? '';
  return [...list.matchAll(/write\?state=([A-Z]{3})">([^<]+)</g)].map(([, code, name]) => [code, name]);
};

describe('a country that is typed', () => {
  it.each([
    ['en', 'Congo', ['Congo', 'Democratic Republic of the Congo']],
    ['fr', 'Congo', ['Congo', 'République démocratique du Congo']],
    ['es', 'Congo', ['Congo', 'República Democrática del Congo']],
    ['ar', 'الكونغو', ['الكونغو', 'جمهورية الكونغو الديمقراطية']],
  ])('and means two is asked about, in %s', async (lang, typed, names) => {
    const { status, text } = await write(lang, typed);
    expect(status).toBe(200);
    expect(
      offered(text)
        .map(([, name]) => name)
        .toSorted(),
    ).toEqual(names.toSorted());
    expect(text).toContain(`value="${typed}"`);
    expect(text).not.toContain('name="aware"');
  });

  it.each(langs)('and is none of the list is said again, and stays in its box, in %s', async (lang) => {
    const { status, text } = await write(lang, 'Taiwan');
    expect(status).toBe(422);
    const said = words(lang).t('letters.wrong.state', { typed: '\u2068Taiwan\u2069' });
    expect(text).toContain(`<a href="#state">${said}</a>`);
    expect(text).toMatch(/<input[^>]*id="state"[^>]*aria-invalid="true"/);
    expect(text).toMatch(/<input[^>]*value="Taiwan"/);
    expect(text).toMatch(/<select name="state" id="state-list"/);
  });

  it('and is markup is shown as typed, and only its beginning is said again', async () => {
    const { text } = await write('en', `<b>${'x'.repeat(80)}`);
    expect(text).toContain(`“\u2068&lt;b>${'x'.repeat(57)}\u2069”`);
    expect(text).toContain(`value="&lt;b>${'x'.repeat(80)}"`);
  });

  it('and has another name leads to its state: for Birmanie none is asked', async () => {
    const { status, text } = await write('fr', 'Birmanie');
    expect(status).toBe(200);
    expect(text).toContain('Myanmar');
    expect(text).not.toMatch(/name="(aware|email)"/);
  });

  it.each(['1', 'checked'])('goes along into another language (speak=%s)', async (speak) => {
    const congo = await write('es', 'Congo', `&speak=${speak}`);
    expect(offered(congo.text)).toHaveLength(2);
    const none = await write('es', 'Taiwan', `&speak=${speak}`);
    expect(none.status).toBe(422);
    expect(none.text).toContain('<title>Error: ');
  });
});
