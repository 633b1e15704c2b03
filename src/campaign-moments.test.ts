import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST, moveCampaign, storeCampaign } from '../test/support/campaigns.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { until } from '../test/support/until.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const read = async (path: string) => (await fetch(`${site.url}${path}`)).text();
const pages = [
  '/en',
  '/ar',
  '/fr/states/KEN',
  '/sitemap.xml',
  '/api/v1/campaigns',
  '/api/v1/states/KEN/asks',
  '/es/campaigns/noon',
];

/** Milliseconds after the moment by which whoever asks must be told. */
const AT_ONCE = 50;
/** Long enough to have every page in the cache before. */
const SOON = 4_000;

/**
 * Asks for a page again and again. Nobody who asks after the moment gets the page from before.
 * @param isNew whether a page is the one from after the moment
 */
async function changesAtTheMoment(path: string, moment: number, isNew: (page: string) => boolean): Promise<void> {
  expect(isNew(await read(path)), `${path} before`).toBe(false);
  await until(`${path} after`, async () => {
    const asked = Date.now();
    const isAfter = isNew(await read(path));
    if (isAfter && Date.now() < moment - AT_ONCE) throw new Error(`${path} came before its moment`);
    if (!isAfter && asked > moment + AT_ONCE) throw new Error(`${path} was sent after its moment as it was before`);
    return isAfter;
  });
}

describe('without anything that has to run', () => {
  it('a campaign opens at its moment, everywhere', async () => {
    const moment = Date.now() + SOON;
    await storeCampaign(site.fresh.database, 'noon', { opens: new Date(moment) });
    const isNew = (page: string) => /\bnoon\b/.test(page);
    await Promise.all(pages.map((path) => changesAtTheMoment(path, moment, isNew)));
    expect(await read('/en')).toContain('href="/en/campaigns/noon/write"');
  });

  it('and closes at its moment; the other leads again', async () => {
    const moment = Date.now() + SOON;
    await moveCampaign(site.fresh.database, 'noon', { opens: -1, closes: new Date(moment) });
    const ends: Readonly<Record<string, (page: string) => boolean>> = {
      '/en': (page) => page.includes(`/en/campaigns/${FIRST}/write`),
      '/ar/states/KEN': (page) => !page.includes('/ar/campaigns/noon/write'),
      '/sitemap.xml': (page) => !page.includes('noon/join'),
      '/api/v1/campaigns': (page) => page.includes('"closed"'),
      '/es/campaigns/noon': (page) => !page.includes('/es/campaigns/noon/write'),
      '/fr/campaigns/noon/join': (page) => !page.includes('name="state"'),
    };
    await Promise.all(Object.entries(ends).map(([path, isNew]) => changesAtTheMoment(path, moment, isNew)));
    expect((await fetch(`${site.url}/fr/campaigns/noon/join`)).status).toBe(410);
  });

  it('with none open, home tells of the last one; with none at all, of the Court', async () => {
    await moveCampaign(site.fresh.database, FIRST, { opens: -5_000, closes: -4_000 });
    await until('none is open', async () => (await read('/en')).includes('none is open at the moment'));
    const home = await read('/en');
    expect(home).toContain(`href="/en/campaigns/noon"`);
    expect(home).not.toMatch(/\/write"|\/join"/);
    expect(await read('/en/states/KEN')).not.toMatch(/\/write|class="ask"/);
    expect(await read('/en/campaigns/noon')).toContain('no longer takes letters or names');
    for (const slug of [FIRST, 'noon']) await moveCampaign(site.fresh.database, slug, { opens: 3_600_000 });
    for (const [lang, says] of [
      ['en', 'No campaign is open at the moment'],
      ['fr', 'Aucune campagne n’est ouverte'],
      ['es', 'no hay ninguna campaña abierta'],
      ['ar', 'ليست هناك حملة مفتوحة الآن'],
    ] as const) {
      await until(`a calm page in ${lang}`, async () => (await read(`/${lang}`)).includes(says));
      expect(await read(`/${lang}`)).not.toContain('/campaigns/');
    }
    expect((await fetch(`${site.url}/api/v1/states/KEN/asks`)).status).toBe(404);
    expect(await (await fetch(`${site.url}/api/v1/campaigns`)).json()).toEqual({ items: [] });
  });
});
