import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { noticeboard } from '../test/fixtures/rooms/noticeboard/room.ts';
import { askAll, unkeptServer } from '../test/support/ask-all.ts';
import { SETTABLE_CLOCK, setDatabaseClock } from '../test/support/database-clock.ts';
import { type Fetched, fetchAll } from '../test/support/fetch-all.ts';
import { migrationOf, storeNotice } from '../test/support/noticeboard.ts';
import { recordForLater } from '../test/support/recorded-for-later.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { drawingsOf, surfaces } from '../test/support/surfaces.ts';
import {
  askSlug,
  askWord,
  campaignSlug,
  campaignWord,
  kindsInEveryState,
  never,
  picturedSlug,
  pictureWord,
  stateNames,
  storeInEveryState,
  toCome,
} from '../test/support/things-in-every-state.ts';
import { until } from '../test/support/until.ts';
import { langs } from './config/langs.ts';
import { dropCached } from './database/memory-cache.ts';
import { allSearchDocuments } from './http/search-document.ts';
import { publicationStates } from './publications/publication.ts';
import { recordShapes } from './record/shapes.ts';
import { rooms } from './rooms.ts';
import { statesShapes } from './states/shapes.ts';

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const MIDNIGHT = new Date(`${TOMORROW}T00:00:00Z`);
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
const SAID = [
  'Zz Hidden',
  'Zz note',
  'Zz told',
  'Zz deposited',
  'Zz computed',
  'Zz reason',
  'Zz source',
  'Zz notice',
  'zzcase.example',
];
const ALL = [...rooms, noticeboard];

// A picture is drawn of a drawing: what can be read there nobody could read from it.
vi.mock(import('./site/pictures/pictures.ts'), async (original) => ({
  ...(await original()),
  drawPicture: async (svg) => ({ name: '', bytes: Buffer.from(svg) }),
  cachedPicture: () => undefined,
  outlined: async (svg) => svg,
}));

let site: Site;
/** Answers everything anew. */
let server: FastifyInstance;
let ids: ReadonlyMap<string, string>;
/** Everything as it is before the moment. */
let before: readonly Fetched[];
beforeAll(async () => {
  site = await startSite(
    { PICTURES_PER_NETWORK_HOUR: '1000000' },
    { tables: `${SETTABLE_CLOCK};\n${migrationOf(noticeboard)}`, work: false, rooms: ALL },
  );
  const { database } = site.running.app;
  await recordForLater(database, TOMORROW);
  await storeNotice(database, 'Zz notice', TOMORROW);
  await storeNotice(database, 'A chair', '2026-01-01');
  ids = await storeInEveryState(database, MIDNIGHT);
  server = await unkeptServer(site.running.app, ALL);
  forgetAll();
  before = await everywhere(TOMORROW);
}, 240_000);
afterAll(async () => {
  await server.close();
  await site.stop();
});
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
      pictureWord(state, ''),
      ids.get(`campaign ${state}`) ?? '',
      ids.get(`ask ${state}`) ?? '',
      ids.get(`picture ${state}`) ?? '',
    ]),
    named: states.flatMap((state) => [campaignSlug(state), askSlug(state)]),
  };
}

/** What shows the record and nothing else: of that, all becomes public on its day. */
const isOfTheRecord = (path: string) => /\/(?:figures|learn|drawings)\/|^\/data\/|\/datasets\//.test(path);

/**
 * Every answer of every surface in every language, and what is searched.
 * @param on a day for pages that have days
 * @param leftOut addresses that are not asked for
 */
async function everywhere(on?: string, leftOut = (_path: string) => false): Promise<readonly Fetched[]> {
  const recorded = { situations: ['drc'], cases: ['lubanga', 'zzcase'], people: ['lubanga', 'zzperson'] };
  const parts = {
    ...recorded,
    campaigns: ['united-by-common-bonds', ...stateNames.map(campaignSlug), ...stateNames.map(picturedSlug)],
    states: ['KEN', 'FJI', 'ZMB'],
    on,
    pictures: drawingsOf(recorded),
  };
  const paths = (await surfaces(site, parts, ALL)).filter((path) => !leftOut(path));
  const answers = (await askAll(server, paths)).map(readable);
  const searched = langs.map(async (lang) => {
    const body = JSON.stringify(await allSearchDocuments(site.running.app, lang));
    return { path: `search documents in ${lang}`, status: 200, type: 'application/json', body };
  });
  return [...answers, ...(await Promise.all(searched))];
}

/** A drawing breaks its words into lines. */
function readable(answer: Fetched): Fetched {
  const drawn = answer.type.startsWith('image/');
  return drawn ? { ...answer, body: answer.body.replace(/<[^>]*>|\s+/g, ' ').replace(/ +/g, ' ') } : answer;
}

/** Where something is told; an error page may say an address back to whoever typed it. */
function tellers(
  all: readonly Fetched[],
  { said, named }: { said: readonly string[]; named: readonly string[] },
): string[] {
  return all.flatMap(({ path, status, body }) => {
    const typed = status === 404 || status === 410 ? named.filter((name) => path.includes(name)) : [];
    const found = [...said, ...named.filter((name) => !typed.includes(name))].filter((one) => body.includes(one));
    return found.map((one) => `${path}: ${one}`);
  });
}

const at = (all: readonly Fetched[], path: string) => all.find((one) => one.path === path);
const of = (all: readonly Fetched[], word: string) =>
  all.filter(({ body }) => body.includes(word)).map(({ path }) => path);

describe('what is looked at', () => {
  it('is of every kind that rooms have, in every state that there is, and every file with days of its own', () => {
    const kinds = site.running.app.handed.publications.map(({ kind }) => kind);
    expect([...kindsInEveryState].sort()).toEqual(kinds.sort());
    const named = ['draft', 'review', 'scheduled', 'embargoed', 'withdrawn', 'hidden', 'shown', 'monolingual'];
    expect([...stateNames].sort()).toEqual(named.sort());
    expect(publicationStates).toEqual(['draft', 'in-review', 'scheduled', 'published']);
    const dated = [...Object.entries(recordShapes), ...Object.entries(statesShapes)].flatMap(([file, shape]) =>
      'public_on' in shape.row.shape ? [file] : [],
    );
    expect(dated).toEqual(['events', 'scheduled', 'treaty-acts']);
  });

  it('is every surface in every language, each of which answers', () => {
    expect(before.length).toBeGreaterThan(2_200);
    expect(before.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([]);
    for (const lang of langs)
      for (const page of ['', '/record', '/states/KEN', '/record/cases/lubanga', '/noticeboard'])
        expect(at(before, `/${lang}${page}`)?.status, `${lang}${page}`).toBe(200);
    for (const lang of langs)
      for (const page of ['/record', '/states/KEN', '/record/cases/lubanga', '/drawings/track--drc.png'])
        expect(at(before, `/${lang}${page}?on=${TOMORROW}`)?.status, `${lang}${page}`).toBe(200);
    expect(
      before.filter(({ type, path }) => type === 'image/png' && path.endsWith('/card.png')).length,
    ).toBeGreaterThan(8);
    for (const { path } of rooms.flatMap(({ routes = [] }) => routes).filter(({ method }) => method === 'GET')) {
      const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/?]+')}(?:\\?|$)`);
      expect(
        before.some((one) => pattern.test(one.path)),
        path,
      ).toBe(true);
    }
  });
});

describe('what may not be seen', () => {
  it('is on no surface before its moment, in any state but published; what is published is', () => {
    expect(tellers(before, secretsOf([...never, ...toCome]))).toEqual([]);
    expect(tellers(before, { said: SAID, named: RECORDED })).toEqual([]);
    for (const path of ['/en', '/sitemap.xml', '/en/campaigns/zz-campaign-shown/share', '/api/v1/states/KEN/asks'])
      expect(of(before, 'campaign-shown').concat(of(before, campaignWord('shown')))).toContain(path);
    expect(of(before, pictureWord('shown', 'file'))).toHaveLength(1);
    for (const lang of langs) {
      expect(of(before, campaignWord('shown', lang))).toContain(`search documents in ${lang}`);
      const written = `/${lang}/campaigns/${campaignSlug('shown')}/write?state=KEN&aware=1`;
      const card = `/${lang}/campaigns/${campaignSlug('shown')}/card.png`;
      expect(of(before, askWord('shown', lang))).toContain(`/${lang}/states/KEN`);
      expect(of(before, pictureWord('shown', lang))).toContain(`/${lang}/campaigns/${picturedSlug('shown')}`);
      expect(of(before, campaignWord('shown', lang))).toEqual(expect.arrayContaining([written, card]));
      expect(of(before, 'A chair')).toEqual(
        expect.arrayContaining([`/${lang}/noticeboard`, `search documents in ${lang}`]),
      );
    }
  });

  it('is, in a language in which it is not published, told, linked and listed nowhere, while the others are', () => {
    const slug = campaignSlug('monolingual');
    for (const lang of ['fr', 'es', 'ar'])
      expect(
        tellers(before, { said: [campaignWord('monolingual', lang), askWord('monolingual', lang)], named: [] }),
      ).toEqual([]);
    expect(at(before, `/ar/campaigns/${slug}`)?.status).toBe(404);
    expect(at(before, `/en/campaigns/${slug}`)?.body).toContain(campaignWord('monolingual', 'en'));
    for (const path of [`/en/campaigns/${slug}`, '/sitemap.xml']) {
      expect(at(before, path)?.body).toContain(`/en/campaigns/${slug}`);
      expect(at(before, path)?.body).not.toMatch(new RegExp(`/(?:ar|fr|es)/campaigns/${slug}`));
    }
  });

  it('appears by itself when its moment comes, with no job, and the rest stays where it is', async () => {
    const now = new Date(MIDNIGHT.getTime() - 60_000);
    vi.useFakeTimers({ toFake: ['Date'], now, shouldAdvanceTime: true });
    await setDatabaseClock(site.fresh, now);
    forgetAll();
    const pages = [
      ...toCome.map((state) => ({ path: `/en/campaigns/${campaignSlug(state)}`, word: campaignWord(state) })),
      ...toCome.map((state) => ({ path: `/en/campaigns/${picturedSlug(state)}`, word: pictureWord(state) })),
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
      { path: '/ar/noticeboard', word: 'Zz notice' },
      { path: '/en/states/KEN', word: '2 notices' },
      { path: '/ar/drawings/track--zzcase--zzperson.png', word: 'Zz Hidden' },
      ...toCome.map((state) => ({
        path: `/fr/campaigns/${campaignSlug(state)}/card.png`,
        word: campaignWord(state, 'fr'),
      })),
    ];
    const fetched = async (path: string) => (await fetchAll(site.url, [path])).map(readable)[0]?.body ?? '';
    for (const { path, word } of pages) expect(await fetched(path), path).not.toContain(word);
    vi.setSystemTime(MIDNIGHT);
    await setDatabaseClock(site.fresh, MIDNIGHT);
    for (const { path, word } of pages)
      await until(`${word} on ${path}`, async () => (await fetched(path)).includes(word));
    // What is of another day is of this one by now.
    const after = await everywhere(undefined, isOfTheRecord);
    expect(after.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([]);
    expect(tellers(after, secretsOf(never))).toEqual([]);
    for (const state of toCome) expect(of(after, campaignSlug(state)).length, state).toBeGreaterThan(8);
    expect(of(after, 'Zz note').length).toBeGreaterThan(8);
    for (const lang of langs) {
      for (const word of [...toCome.map(campaignSlug), 'zzcase', 'zzperson', 'Zz notice'])
        expect(of(after, word), word).toContain(`search documents in ${lang}`);
      expect(of(after, campaignWord('scheduled', lang))).toContain(`/${lang}`);
    }
  }, 120_000);
});
