import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Site, startSite } from '../../test/support/site.ts';
import { SYSTEM } from '../actors/actors.ts';
import { root } from '../config/root.ts';
import { importDataset } from '../facts/dataset.ts';
import { handedBy } from '../handed.ts';
import { recordDataset } from '../record/record-dataset.ts';
import { rooms } from '../rooms.ts';
import { endpointsOf } from './endpoints.ts';

const endpoints = endpointsOf({ handed: handedBy(rooms) });
let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${site.url}/api/v1${path}`, { headers });
const json = async (path: string) => (await get(path)).json();

/** An address of an endpoint with something real in its places. */
const examples: Readonly<Record<string, string>> = {
  '{id}': 'convictions-core-standing',
  '/situations/{slug}': '/situations/darfur',
  '/cases/{slug}': '/cases/bemba',
  '/people/{slug}': '/people/bemba',
  '{iso3}': 'IDN',
  '{dataset}': 'record',
};

async function address(path: string): Promise<string> {
  const filled = Object.entries(examples).reduce((text, [place, value]) => text.replace(place, value), path);
  if (!filled.includes('{revision}')) return filled;
  const { revisions } = (await json('/datasets/record')) as { revisions: { revision: number }[] };
  return filled.replace('{revision}', String(revisions[0]?.revision));
}

describe('every address of the API', () => {
  it.each(endpoints.map(({ path }) => path))('%s answers in the shape that it documents, open to all', async (path) => {
    const endpoint = endpoints.find((one) => one.path === path);
    const response = await get(await address(path));
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('etag')).toBeTruthy();
    expect(endpoint?.answer.safeParse(await response.json()).error).toBeUndefined();
  });

  it('stands in the OpenAPI document', async () => {
    const document = (await json('/openapi.json')) as { openapi: string; paths: Record<string, object> };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual(endpoints.map(({ path }) => `/api/v1${path}`).sort());
  });

  it.each([
    ['/cases/%', 400],
    ['/states/%ff/asks?on=x', 400],
    [`/people/${'a'.repeat(400)}`, 414],
  ])('is told as a problem where it can’t be read: %s', async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch('application/problem+json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({ status });
  });

  it('says which errors it may answer with, as problems', async () => {
    const { paths } = (await json('/openapi.json')) as {
      paths: Record<string, { get: { responses: Record<string, { content: object }> } }>;
    };
    for (const [path, { get: described }] of Object.entries(paths)) {
      const gone = endpoints.some((one) => one.gone && path === `/api/v1${one.path}`) ? ['410'] : [];
      const errors = ['400', ...(path.includes('{') ? ['404'] : []), ...gone, '414', '503'];
      expect(Object.keys(described.responses), path).toEqual(['200', ...errors]);
      for (const status of errors)
        expect(Object.keys(described.responses[status]?.content ?? {}), path).toEqual(['application/problem+json']);
    }
  });

  it('is described to the last field: what it does not name can’t be answered', () => {
    for (const { path, answer } of endpoints) expect(loose(z.toJSONSchema(answer, { io: 'output' })), path).toEqual([]);
  });
});

/** The objects in a schema that would let unnamed fields through. */
function loose(schema: unknown, at = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, additionalProperties } = schema as { type?: string; additionalProperties?: unknown };
  const own = type === 'object' && (additionalProperties === undefined || additionalProperties === true) ? [at] : [];
  return [...own, ...Object.entries(schema).flatMap(([name, inner]) => loose(inner, `${at}/${name}`))];
}

describe('a figure', () => {
  it('is answered for any day with its list', async () => {
    const figure = (await json('/figures/states-parties?on=2016-11-30')) as { items: unknown[] };
    expect(figure).toMatchObject({ id: 'states-parties', on: '2016-11-30', value: 124, knownThrough: '2026-09-30' });
    expect(figure.items).toHaveLength(124);
  });

  it('says of the fact behind a figure whether its day is its own', async () => {
    const { items } = (await json('/figures/amendment-aggression-2010-parties?on=2026-06-24')) as {
      items: { key: string; evidence: { date: string; dateIs: string }[] }[];
    };
    const of = (state: string) => items.find(({ key }) => key === state)?.evidence[0];
    expect(of('BOL')).toMatchObject({ date: '2022-01', dateIs: 'by' });
    expect(of('LIE')).toMatchObject({ date: '2012-05-08', dateIs: 'on' });
  });

  it('is not sent again to whoever has it', async () => {
    for (const path of ['/figures/summonses', '/figures/summonses?on=2016-11-30']) {
      const etag = (await get(path)).headers.get('etag') ?? '';
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    }
  });
});

describe('somebody cleared since', () => {
  it('is told so with the past day, and not with today', async () => {
    const bemba = async (on: string) => (await json(`/people/bemba${on}`)) as { cases: { case: string }[] };
    expect((await bemba('?on=2016-11-30')).cases).toContainEqual(
      expect.objectContaining({ case: 'bemba', later: 'acquitted' }),
    );
    expect((await bemba('')).cases).toContainEqual(expect.objectContaining({ case: 'bemba', later: null }));
    const { people } = (await json('/cases/ruto-sang?on=2014-01-01')) as { people: { later: string }[] };
    expect(people.map(({ later }) => later)).toEqual([null, 'discharged', 'discharged']);
  });
});

describe('a long list', () => {
  it('comes in pages that leave out and repeat nothing', async () => {
    const ids: string[] = [];
    let cursor = '';
    do {
      const page = (await json(`/events?limit=100${cursor}`)) as {
        items: { id: string }[];
        next: string | null;
        total: number;
      };
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next ? `&cursor=${page.next}` : '';
      if (!cursor) expect(ids).toHaveLength(page.total);
    } while (cursor);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(400);
  });

  it('is filtered', async () => {
    const { items } = (await json('/states?group=WEOG&standing=none')) as { items: { iso3: string }[] };
    expect(items.map(({ iso3 }) => iso3)).toContain('TUR');
  });
});

describe('a state', () => {
  it('is found by its code in small letters too', async () => {
    expect(await json('/states/ken')).toMatchObject({ iso3: 'KEN' });
    expect(await json('/acts?state=ken')).toEqual(await json('/acts?state=KEN'));
    expect(((await json('/acts?state=ken')) as { total: number }).total).toBe(3);
  });

  it.each(['/states', '/acts', '/states/KEN', '/states/KEN/asks', '/asks'])(
    '%s: says for which day, and through which the treaty’s sources speak',
    async (path) => {
      expect(await json(`${path}?on=2016-11-30`)).toMatchObject({ on: '2016-11-30', knownThrough: '2026-09-30' });
    },
  );

  it('is known through another day where another treaty is asked for', async () => {
    expect(await json('/states?treaty=apic')).toMatchObject({ knownThrough: '2017-12-31' });
  });
});

describe('bad questions', () => {
  it.each([
    ['/figures/states-parties?on=2016-02-30', 400, /a day that exists/],
    ['/figures/states-parties?on=1997-12-31', 400, /between 1998-01-01 and/],
    ['/figures/states-parties?on=2199-01-01', 400, /between 1998-01-01 and/],
    ['/figures/states-parties?when=2016-11-30', 400, /when/],
    ['/figures/nothing', 404, /no figure/],
    ['/states/XXX', 404, /no state/],
    ['/events?type=sneeze', 400, /type/],
    ['/events?case=nope', 400, /^case: nope is not on record/],
    ['/events?situation=nope', 400, /^situation: /],
    ['/events?person=nope', 400, /^person: /],
    ['/acts?state=xxx', 400, /^state: XXX/],
    ['/asks?ask=nope', 400, /^ask: nope/],
    ['/states?standing=nope', 400, /standing/],
    ['/events?limit=100000', 400, /limit/],
    ['/events?cursor=bm9wZQ', 400, /cursor/],
    ['/datasets/record/999', 404, /no revision/],
    ['/nothing', 404, /openapi/],
  ])('%s is told what is wrong', async (path, status, detail) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await response.json()) as { detail: string; status: number };
    expect(problem.status).toBe(status);
    expect(problem.detail).toMatch(detail);
  });
});

describe('files to take and to follow', () => {
  const text = async (path: string) => {
    const response = await fetch(`${site.url}${path}`);
    return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
  };

  it('hold whole data sets under a revision, described, without the column that is not ours to give', async () => {
    const { revisions } = (await json('/datasets/states')) as { revisions: { revision: number }[] };
    const at = `/data/states/${revisions[0]?.revision}`;
    const described = JSON.parse((await text(`${at}/metadata.json`)).body) as { tables: { url: string }[] };
    expect(described.tables.map(({ url }) => url.split('/').at(-1))).toEqual([
      'states.csv',
      'treaty-acts.csv',
      'national-law.csv',
      'enforcement-agreements.csv',
      'immunity-agreements.csv',
      'non-compliance.csv',
      'coverage.csv',
      'corrections.csv',
      'source-words.csv',
    ]);
    expect((await text(`${at}/treaty-acts.csv`)).body.split('\n').length).toBeGreaterThan(880);
    expect((await text(`${at}/states.csv`)).body.split('\n').slice(0, 2)).toEqual([
      'iso2,iso3,un_member',
      'AF,AFG,yes',
    ]);
    const shown = [`/datasets/states/${revisions[0]?.revision}`, `/datasets/states/${revisions[0]?.revision}/changes`];
    for (const path of shown) expect(JSON.stringify(await json(path))).not.toContain('icc_group');
    for (const none of ['__proto__.csv', 'constructor.csv', 'events.csv'])
      expect((await text(`${at}/${none}`)).status).toBe(404);
  });

  it('are asked for again by whoever keeps them: what may be seen of a revision changes', async () => {
    const { revisions } = (await json('/datasets/record')) as { revisions: { revision: number }[] };
    const address = `${site.url}/data/record/${revisions[0]?.revision}/events.csv`;
    const first = await fetch(address);
    expect(first.headers.get('cache-control')).toBe('public, max-age=30');
    const again = await fetch(address, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('say in JSON that a revision is not there', async () => {
    const { status, type, body } = await text('/data/record/999/events.csv');
    expect([status, type]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(body)).toMatchObject({ status: 404, instance: '/data/record/999/events.csv' });
  });

  it('are described as they are: without regional groups, numbered in one series', async () => {
    const { body } = await text('/en/data');
    expect(body).toContain('The regional groups are left out of the list of states');
    expect(body).toContain('numbered in one series');
  });

  it('give a spreadsheet that asks for it no formula to run', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'common-bonds-formula-'));
    await cp(join(root, 'content/record'), folder, { recursive: true });
    const people = await readFile(join(folder, 'people.csv'), 'utf8');
    await writeFile(join(folder, 'people.csv'), people.replace('Radio broadcaster.', '"=HYPERLINK(""x"")"'));
    const made = { by: SYSTEM, why: 'a formula' };
    const { revision } = await importDataset(site.running.app.database, recordDataset, folder, made);
    await rm(folder, { recursive: true });
    const { body } = await text(`/data/record/${revision}/people.csv?guard=spreadsheet`);
    expect(body).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('show no day that is not known', async () => {
    const { body } = await text(
      `/data/record/${((await json('/datasets/record')) as { revisions: { revision: number }[] }).revisions[0]?.revision}/events.csv`,
    );
    expect(body).toContain('afghanistan-preliminary-examination-opened,2007,');
    expect(body).not.toContain('2007-01-01');
  });

  it.each(['atom', 'rss', 'json'])('follow events as %s', async (kind) => {
    for (const about of ['events/all', 'situations/darfur', 'cases/bemba', 'states/KEN']) {
      const feed = await text(`/feeds/fr/${about}.${kind}`);
      expect(feed.status).toBe(200);
      expect(feed.type).toContain(kind === 'json' ? 'json' : 'xml');
      expect(feed.body.length).toBeGreaterThan(500);
    }
    expect((await text(`/feeds/fr/states/XXX.${kind}`)).status).toBe(404);
  });

  it('put what is scheduled into a calendar', async () => {
    const { body, type } = await text('/feeds/en/scheduled.ics');
    expect(type).toContain('text/calendar');
    expect(body).toMatch(/^BEGIN:VCALENDAR[\s\S]+END:VCALENDAR/);
    for (const event of body.split('BEGIN:VEVENT').slice(1)) expect(event).toContain('STATUS:TENTATIVE');
    expect(body).not.toContain('Trial opened');
  });
});
