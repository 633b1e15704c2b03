import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticeboard } from '../test/fixtures/rooms/noticeboard/room.ts';
import { type Fetched, fetchAll } from '../test/support/fetch-all.ts';
import { answering, type Link, linksIn } from '../test/support/links.ts';
import { lostInMails } from '../test/support/mail-links.ts';
import { migrationOf, storeNotice } from '../test/support/noticeboard.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { pathsInSitemap, surfaces } from '../test/support/surfaces.ts';
import { API, apiAddresses } from './api/addresses.ts';
import { endpointsOf } from './api/endpoints.ts';
import { rooms } from './rooms.ts';
import { routesOf } from './routes.ts';
import { siteAddresses } from './site/addresses.ts';

const all = [...rooms, noticeboard];

let site: Site;
let routes: readonly { readonly method: Link['method']; readonly path: string; readonly takes?: readonly string[] }[];
let answers: readonly Fetched[];
let links: readonly Link[];
beforeAll(async () => {
  site = await startSite({}, { rooms: all, tables: migrationOf(noticeboard), work: false });
  await storeNotice(site.running.app.database, 'A chair', '2026-01-01');
  routes = [
    ...[...routesOf(all), ...all.flatMap(({ office = [] }) => office)].map(({ method, path, ...route }) => ({
      method,
      path,
      ...('query' in route && { takes: Object.keys(route.query) }),
    })),
    ...endpointsOf(site.running.app).map(({ path }) => ({
      method: 'GET' as const,
      path: API + path.replace(/\{(\w+)\}/g, ':$1'),
    })),
    ...[siteAddresses.asset, apiAddresses.openapi].map(({ pattern }) => ({ method: 'GET' as const, path: pattern })),
  ];
  const parts = {
    campaigns: ['united-by-common-bonds'],
    situations: ['drc'],
    cases: ['lubanga'],
    people: ['lubanga'],
    states: ['KEN'],
    on: undefined,
  };
  const paths = await surfaces(site, parts, all);
  answers = (await fetchAll(site.url, paths)).filter(({ status }) => status === 200);
  links = answers.flatMap((answer) => linksIn(site.url, answer));
}, 120_000);
afterAll(() => site.stop());

const isAt = (path: string, pathname: string) =>
  answering([{ method: 'GET', path }], { method: 'GET', pathname }).length > 0;
const told = (some: readonly Link[]) => [
  ...new Set(some.map(({ from, method, pathname, query }) => `${from} → ${method} ${pathname}?${query.join('&')}`)),
];

/** Links that no route answers, or that hold what it does not take. */
function unanswered(some: readonly Link[]): Link[] {
  return some.filter((link) => {
    const found = answering(routes, link);
    return !found.some(
      ({ takes }) => link.method === 'POST' || !takes || link.query.every((name) => takes.includes(name)),
    );
  });
}

describe('every link', () => {
  it('resolves to a route that takes what stands in it, from every surface', () => {
    expect(answers.length).toBeGreaterThan(500);
    expect(links.length).toBeGreaterThan(10_000);
    expect(told(unanswered(links))).toEqual([]);
  });

  it('leads to something that is there', async () => {
    const sought = [...answers.map(({ path }) => path), ...(await pathsInSitemap(site))];
    // A picture is of what its page is of, and drawn for a network a few times a minute.
    const known = new Set(
      sought.flatMap((path) => [path, path.replace(/\/record\/figures\/([\w-]+)$/, '/drawings/figure-$1.png')]),
    );
    const others = new Map(
      links
        .filter(({ method, pathname }) => method === 'GET' && !known.has(pathname))
        .map((link) => [link.pathname, link]),
    );
    const reached = await fetchAll(site.url, [...others.keys()]);
    const lost = reached
      .filter(({ status }) => status !== 200 && status !== 302)
      .map(({ path, status }) => `${others.get(path)?.from} → ${path}: ${status}`);
    expect(others.size).toBeGreaterThan(50);
    expect(lost).toEqual([]);
  });

  it('within a page leads to a part of it', () => {
    const lost = answers
      .filter(({ type }) => type.startsWith('text/html'))
      .flatMap(({ path, body }) =>
        [...body.matchAll(/href="#([^"]+)"/g)]
          .filter(([, id]) => !body.includes(` id="${id}"`))
          .map(([, id]) => `${path}#${id}`),
      );
    expect(lost).toEqual([]);
  });

  it.each([
    '<a href="/en/recrod">',
    '<a href="record/drc">',
    '<a href="../drc">',
    '<img src="/brand/logo.svg"/>',
    '<form method="post" action="/en/campaigns/x/sign">',
    '<form method="get" action="/en/campaigns/x/print">',
    '<a href="/en/record?day=2026-01-01">',
    '<link rel="alternate" href="/feeds/en/all.atom">',
    '<meta property="og:image" content="http://localhost/en/cards.png"/>',
    '<img srcset="/en/drawings/x/y.png 2x"/>',
  ])('that leads nowhere is found: %s', (html) => {
    const url = 'http://localhost';
    expect(unanswered(linksIn(url, { path: '/en/record/situations/drc', type: 'text/html', body: html }))).toHaveLength(
      1,
    );
  });

  it('of a file or an answer of the API that leads nowhere is found too', () => {
    const [url, path] = ['http://localhost', '/api/v1/x'];
    const body = JSON.stringify({ page: `${url}/en/campaign/x`, feed: `${url}/feeds/en/events/all.atom` });
    expect(told(unanswered(linksIn(url, { path, type: 'application/json', body })))).toEqual([
      `${path} → GET /en/campaign/x?`,
    ]);
  });
});

describe('every mail', () => {
  it('is looked at when a site of a test stops: what leads nowhere is found', () => {
    const mail = { subject: 'Hello', text: 'http://localhost/en/confirm/x http://localhost/en/confrim/x', html: false };
    expect(lostInMails([{ mail: mail as ParsedMail }], 'http://localhost', rooms)).toEqual(['Hello → /en/confrim/x']);
  });
});

describe('every page, picture and file', () => {
  it('is led to by something of ours, or by a mail, or is where machines look by themselves', () => {
    const answered = (path: string) => answers.some((one) => !one.path.includes('?') && isAt(path, one.path));
    // Every address of the API stands in its description.
    const byMachines = [`${API}/`, '/.well-known/', siteAddresses.robots()];
    const shown = routes.filter(
      ({ method, path }) => method === 'GET' && answered(path) && !byMachines.some((begins) => path.startsWith(begins)),
    );
    const reached = new Set(links.flatMap((link) => answering(routes, link)));
    const left = shown.filter((route) => !reached.has(route) && !route.path.includes(':token'));
    expect(shown.length).toBeGreaterThan(30);
    expect(left.map(({ path }) => path)).toEqual([]);
  });
});
