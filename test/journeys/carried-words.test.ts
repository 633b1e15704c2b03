import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Site, startSite } from '../support/site.ts';
import { Supporter } from '../support/supporter.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

it('an address typed for one’s data goes along into another language, and nothing is mailed', async () => {
  const supporter = new Supporter(site, { lang: 'en' });
  const page = await supporter.opens('/en/my-data');
  expect(page.text).toContain('form="data"');
  const switched = await supporter.posts('/fr/my-data', [
    ['email', 'not yet whole'],
    ['speak', '1'],
  ]);
  expect(switched.status).toBe(200);
  expect(switched.text).toContain('lang="fr"');
  expect(switched.text).toContain('value="not yet whole"');
  expect(switched.text).not.toContain('role="alert"');
});
