import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';
import { langs } from '../config/langs.ts';
import type { CampaignText } from './campaign-text.ts';
import { waysInOrder } from './ways.ts';

const campaign = '/campaigns/united-by-common-bonds';

let site: Site;
beforeAll(async () => {
  site = await startSite({ OPERATOR_ACCOUNTS: 'https://social.example/@justice, https://www.people.example/justice/' });
});
afterAll(() => site.stop());

const fetched = async (path: string) => (await fetch(`${site.url}${path}`)).text();
const main = async (path: string) => /<main.*<\/main>/s.exec(await fetched(path))?.[0] ?? '';

describe('every way to help', () => {
  it('stands in the order of what helps most now, on one page', async () => {
    const page = await main('/en/take-action');
    const ways = [`${campaign}/write`, `${campaign}/join`, `${campaign}/share`, '#announcement', '#video', '#material'];
    const places = ways.map((way) => page.indexOf(`${way}"`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('begins with what is asked of the country that somebody chose, and keeps it', async () => {
    const page = await main('/en/take-action?state=USA');
    expect(page).toContain('Ratify the Rome Statute');
    expect(page).toContain(`/en${campaign}/write?state=USA"`);
    expect(page).toContain('/en/states/USA"');
  });

  it('takes no name where that could put somebody in danger', async () => {
    const page = await main('/en/take-action?state=PRK');
    for (const way of ['write', 'join', 'share']) expect(page).not.toContain(`${campaign}/${way}`);
    expect(page).toContain('could put you in danger');
    expect(page).toContain(`${campaign}#announcement`);
    expect(page).not.toContain('class="go"');
  });

  it('is where the first page, a campaign, the navigation and the announcement of 2016 lead', async () => {
    for (const path of ['/fr', `/fr${campaign}`]) expect(await main(path)).toContain('href="/fr/take-action"');
    expect(await fetched('/fr/record')).toContain('href="/fr/take-action"');
    const options = { redirect: 'manual', headers: { 'accept-language': 'es' } } as const;
    for (const [from, to] of [
      ['/get-involved-take-action', '/es/take-action'],
      ['/ar/get-involved-take-action', '/ar/take-action'],
    ] as const)
      expect((await fetch(`${site.url}${from}`, options)).headers.get('location')).toBe(to);
  });
});

describe('accounts to follow', () => {
  it('are those of whoever runs the site', async () => {
    for (const path of ['/en/take-action', `/ar${campaign}`]) {
      const page = await main(path);
      expect(page).toContain('<a href="https://social.example/@justice" rel="me noreferrer">');
      expect(page).toContain('people.example/justice<');
    }
  });
});

describe('a campaign', () => {
  it('says in no language of its own who sees a name: that is said where names are given, as it is', async () => {
    for (const lang of langs) {
      const row = await site.fresh.database
        .selectFrom('campaign_texts')
        .select('text')
        .where('lang', '=', lang)
        .executeTakeFirstOrThrow();
      const { ways } = row.text as unknown as CampaignText;
      expect(ways.find(({ id }) => id === 'join')?.text).not.toMatch(/nobody|personne|nadie|أحد/);
    }
  });
});

describe('ways that a campaign names by itself', () => {
  it('come after those that are known', () => {
    const ways = ['dance', 'material', 'write'].map((id) => ({ id, title: id, text: id }));
    expect(waysInOrder(ways, false).map(({ id }) => id)).toEqual(['write', 'material', 'dance']);
    expect(waysInOrder(ways, true).map(({ id }) => id)).toEqual(['material', 'dance']);
  });
});
