import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SETTABLE_CLOCK, setDatabaseClock } from '../test/support/database-clock.ts';
import { recordForLater } from '../test/support/recorded-for-later.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { surfaces } from '../test/support/surfaces.ts';
import {
  askSlug,
  askWord,
  campaignSlug,
  campaignWord,
  never,
  stateNames,
  storeInEveryState,
  toCome,
} from '../test/support/things-in-every-state.ts';
import { until } from '../test/support/until.ts';
import { dropCached } from './database/memory-cache.ts';
import { allSearchDocuments } from './http/search-document.ts';

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const MIDNIGHT = new Date(`${TOMORROW}T00:00:00Z`);
const KNOWN = ['united-by-common-bonds', 'drc', 'lubanga', 'how-a-case-moves'];
const RECORDED = [
  'fji-apic-accession',
  'fji-apic-entry',
  'zmb-apic-accession',
  'zzcase',
  'zzperson',
  'zzevent',
  'zzheld',
  'zzhearing',
  'zzforeseen',
];

let site: Site;
let ids: ReadonlyMap<string, string>;
beforeAll(async () => {
  site = await startSite({}, { tables: SETTABLE_CLOCK, work: false });
  await recordForLater(site.running.app.database, TOMORROW);
  ids = await storeInEveryState(site.running.app.database, MIDNIGHT);
  forgetAll();
});
afterAll(() => site.stop());
afterEach(() => {
  vi.useRealTimers();
});

function forgetAll(): void {
  dropCached();
  site.running.app.pages.drop();
}

/** What nobody may see of things in these states: words and ids, and names that stand in addresses. */
function secretsOf(states: readonly string[]): { said: string[]; named: string[] } {
  return {
    said: states.flatMap((state) => [
      campaignWord(state, ''),
      askWord(state, ''),
      ids.get(`campaign ${state}`) ?? '',
      ids.get(`ask ${state}`) ?? '',
    ]),
    named: states.flatMap((state) => [campaignSlug(state), askSlug(state)]),
  };
}

const fetched = async (path: string) => {
  const answer = await fetch(new URL(path, site.url), { redirect: 'manual' });
  return { path, status: answer.status, type: answer.headers.get('content-type') ?? '', body: await answer.text() };
};
type Fetched = Awaited<ReturnType<typeof fetched>>;

async function everywhere(): Promise<Fetched[]> {
  const slugs = [...KNOWN, 'zzcase', 'zzperson', ...stateNames.map(campaignSlug)];
  const paths = await surfaces(site, {
    slugs,
    people: ['lubanga', 'zzperson'],
    iso3: ['KEN', 'FJI', 'ZMB'],
    on: TOMORROW,
  });
  const answers: Fetched[] = [];
  const queue = [...paths];
  const hand = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) answers.push(await fetched(path));
  };
  await Promise.all([hand(), hand(), hand()]);
  for (const lang of ['en', 'ar'] as const) {
    const body = JSON.stringify(await allSearchDocuments(site.running.app, lang));
    answers.push({ path: `search documents in ${lang}`, status: 200, type: 'application/json', body });
  }
  return answers;
}

/** Where something is told; an error page may say an address back to whoever typed it. */
function tellers(
  all: readonly Fetched[],
  { said, named }: { said: readonly string[]; named: readonly string[] },
): string[] {
  return all.flatMap(({ path, status, body }) => {
    const typed = [404, 410].includes(status) ? named.filter((name) => path.includes(name)) : [];
    const found = [...said, ...named.filter((name) => !typed.includes(name))].filter((one) => body.includes(one));
    return found.map((one) => `${path}: ${one}`);
  });
}

const of = (all: readonly Fetched[], word: string) =>
  all.filter(({ body }) => body.includes(word)).map(({ path }) => path);

describe('what may not be seen', () => {
  it('is on no surface before its moment, in any state but published; what is published is', async () => {
    const all = await everywhere();
    expect(all.length).toBeGreaterThan(700);
    expect(all.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([]);
    expect(tellers(all, secretsOf([...never, ...toCome]))).toEqual([]);
    expect(
      tellers(all, {
        said: ['Zz Hidden', 'Zz note', 'Zz deposited', 'Zz computed', 'Zz reason', 'Zz source', 'zzcase.example'],
        named: RECORDED,
      }),
    ).toEqual([]);
    for (const path of ['/en', '/sitemap.xml', '/en/campaigns/zz-campaign-shown/share', '/api/v1/states/KEN/asks'])
      expect(of(all, 'campaign-shown').concat(of(all, campaignWord('shown')))).toContain(path);
    expect(of(all, campaignWord('shown'))).toContain('search documents in en');
    expect(of(all, askWord('shown'))).toEqual(expect.arrayContaining(['/en/states/KEN']));
  });

  it('appears by itself when its moment comes, with no job, and the rest stays where it is', async () => {
    const now = new Date(MIDNIGHT.getTime() - 4_000);
    vi.useFakeTimers({ toFake: ['Date'], now, shouldAdvanceTime: true });
    await setDatabaseClock(site.fresh, now);
    forgetAll();
    const pages = [
      ...toCome.map((state) => ({ path: `/en/campaigns/${campaignSlug(state)}`, word: campaignWord(state) })),
      ...toCome.map((state) => ({ path: '/sitemap.xml', word: campaignSlug(state) })),
      ...toCome.map((state) => ({ path: '/en/states/KEN', word: askWord(state) })),
      { path: '/en/record/cases/zzcase', word: 'Zz Hidden' },
      { path: '/en/record/situations/drc', word: 'Zz Hidden' },
      { path: '/feeds/en/events/all.atom', word: 'zzevent' },
      { path: '/api/v1/people', word: 'zzperson' },
      { path: '/sitemap.xml', word: 'cases/zzcase' },
      { path: '/en/changes', word: 'Zz reason' },
      { path: '/en/states/FJI', word: 'Zz computed' },
      { path: '/en/campaigns/united-by-common-bonds', word: 'zmb-apic-accession' },
    ];
    for (const { path, word } of pages) expect((await fetched(path)).body, path).not.toContain(word);
    for (const { path, word } of pages)
      await until(`${word} on ${path}`, async () => (await fetched(path)).body.includes(word));
    const all = await everywhere();
    expect(tellers(all, secretsOf(never))).toEqual([]);
    for (const state of toCome) expect(of(all, campaignSlug(state)).length, state).toBeGreaterThan(8);
    expect(of(all, 'Zz note').length).toBeGreaterThan(8);
    for (const word of [...toCome.map(campaignSlug), 'zzcase', 'zzperson'])
      expect(of(all, word), word).toContain('search documents in en');
  });
});

describe('a language that is not published', () => {
  it('is nowhere told, linked or listed, while the others are', async () => {
    const all = await everywhere();
    const slug = campaignSlug('monolingual');
    expect(of(all, campaignWord('monolingual', 'ar'))).toEqual([]);
    expect(of(all, askWord('monolingual', 'ar'))).toEqual([]);
    expect((await fetched(`/ar/campaigns/${slug}`)).status).toBe(404);
    const page = await fetched(`/en/campaigns/${slug}`);
    expect(page.body).toContain(campaignWord('monolingual', 'en'));
    expect(page.body).not.toMatch(new RegExp(`/(?:ar|fr|es)/campaigns/${slug}`));
    const sitemap = await fetched('/sitemap.xml');
    expect(sitemap.body).toContain(`/en/campaigns/${slug}`);
    expect(sitemap.body).not.toMatch(new RegExp(`/(?:ar|fr|es)/campaigns/${slug}`));
  });
});
