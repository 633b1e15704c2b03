import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';
import { langs } from '../config/langs.ts';
import { words } from '../locales/words.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite({ OPERATOR_NAME: '', OPERATOR_EMAIL: '' }, { work: false });
});
afterAll(() => site.stop());

it.each(langs)('what is agreed to on the form of an English letter is named in %s', async (lang) => {
  const address = `/${lang}/campaigns/united-by-common-bonds/write?state=KEN&aware=1`;
  const html = await (await fetch(`${site.url}${address}`)).text();
  expect(html).toMatch(/name="lang" value="en"|<option[^>]* value="en" selected|Dear Minister/);
  const named = [...html.matchAll(/Common Bonds \([^)]*\)/g)].map(([name]) => name);
  expect(named.length).toBeGreaterThan(1);
  expect(new Set(named)).toEqual(new Set([words(lang).t('controllers.demonstration')]));
});
