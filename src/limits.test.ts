import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { unconnectedApp } from '../test/support/unconnected.ts';
import { addressOf, formRoutes, namesOf, worstBodies } from '../test/support/worst-requests.ts';
import { brokenBytes, WORST_BYTES, worstTexts } from '../test/support/worst-texts.ts';
import { endpoints } from './api/endpoints.ts';
import { serveApi } from './api/serve-api.ts';
import { seeOther } from './http/answer.ts';
import type { App } from './http/app.ts';
import { Networks } from './http/networks.ts';
import { fieldOf } from './http/read-fields.ts';
import { headerLimits, LONGEST_ADDRESS } from './http/request-limits.ts';
import type { GetRoute, Route } from './http/route.ts';
import { leadingOn } from './publications/needs-no-gate.ts';
import { rooms } from './rooms.ts';
import { routesOf } from './routes.ts';
import { makeServer } from './site/server.ts';

const routes = routesOf(rooms);

/** What counts as work: whatever is done with a text, and whatever is asked of the database. */
const works = {
  handlers: vi.fn(),
  queries: vi.fn(),
  normalize: vi.spyOn(String.prototype, 'normalize'),
  segments: vi.spyOn(Intl.Segmenter.prototype, 'segment'),
  allowance: vi.spyOn(Networks.prototype, 'take'),
};
const isGet = (route: Route): route is GetRoute => route.method === 'GET';
const pages = routes.filter(isGet);
const worst = worstTexts();
const TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

let app: App;
let server: Awaited<ReturnType<typeof makeServer>>;
beforeAll(async () => {
  app = unconnectedApp({ TRUSTED_PROXIES: '127.0.0.1', METRICS_TOKEN: 'sixteen characters' });
  app.pool.connect = works.queries as never;
  server = await makeServer(app, routes.map(counted), serveApi);
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await app.pool.end();
});
beforeEach(() => {
  for (const work of Object.values(works)) work.mockClear();
});

function counted(route: Route): Route {
  const handle: Route['handle'] = async ({ form, tooLong }) => {
    // A page that tells what is too long among all else that is wrong is given nothing of it.
    if (tooLong) {
      for (const [name, value] of form)
        expect(value.length).toBeLessThanOrEqual(tooLong.form.fields[name]?.characters ?? 0);
      throw tooLong;
    }
    works.handlers(route.path);
    return leadingOn(seeOther('/en'));
  };
  return { ...route, handle };
}

const nothingDone = () =>
  Object.fromEntries(Object.entries(works).map(([name, work]) => [name, work.mock.calls.length]));
const nothing = { handlers: 0, queries: 0, normalize: 0, segments: 0, allowance: 0 };

/** Each from a network of its own: what is too much of one is another test's. */
function post(path: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}) {
  networks += 1;
  const from = { 'x-forwarded-for': `10.${networks >> 8}.${networks & 255}.1` };
  return server.inject({
    method: 'POST',
    url: addressOf(path),
    payload: body,
    headers: { ...TYPE, ...from, ...headers },
  });
}
let networks = 0;

describe('every form', () => {
  it.each(formRoutes)('at $path refuses the worst of texts in each of its fields before any work', async (route) => {
    for (const { name, body } of worstBodies(route)) {
      const { statusCode } = await post(route.path, body);
      expect([400, 413, 422], name).toContain(statusCode);
    }
    const counted = route.form.tellsLong ? { allowance: expect.any(Number) } : {};
    expect(nothingDone()).toEqual({ ...nothing, ...counted });
  });

  it.each(formRoutes)('at $path refuses bytes that are no text, and fields without end', async (route) => {
    const field = namesOf(route.form.fields)[0] ?? 'x';
    const bodies = brokenBytes(120_000).map(([, bytes]) => Buffer.concat([Buffer.from(`${field}=`), bytes]));
    for (const body of [...bodies, Buffer.from('a&'.repeat(60_000)), Buffer.from(`${field}=1&`.repeat(10_000))])
      expect((await post(route.path, body)).statusCode).toBe(400);
    expect(nothingDone()).toEqual(nothing);
  });

  it.each(formRoutes)('at $path sees nothing of a field that it has not', async (route) => {
    const { statusCode } = await post(route.path, `${'x'.repeat(60_000)}=1&other=${'/\n'.repeat(30_000)}`);
    expect(statusCode).toBe(303);
    expect({ ...nothingDone(), allowance: 0 }).toEqual({ ...nothing, handlers: 1 });
  });

  it('declares how long and how often each of its fields may come, within what a body may hold', () => {
    for (const { form, path } of formRoutes) {
      for (const [name, { units, times, characters }] of Object.entries(form.fields)) {
        expect(units, `${path} ${name}`).toBeGreaterThanOrEqual(characters);
        expect(units, `${path} ${name}`).toBeLessThanOrEqual(20_000);
        expect(times, `${path} ${name}`).toBeGreaterThanOrEqual(1);
      }
    }
  });
});

describe('every address', () => {
  it.each(pages)('$path refuses what is too long behind its question mark before any work', async (route) => {
    const path = addressOf(route.path);
    for (const field of namesOf(route.query)) {
      // Three bytes of UTF-8 for each code unit are as few as are beyond the most in every script.
      for (const [name, text] of worstTexts(3 * (fieldOf(route.query, field)?.units ?? 0) + 60)) {
        const { statusCode } = await server.inject({ url: `${path}?${field}=${encodeURIComponent(text)}` });
        expect([400, 414], `${field}: ${name}`).toContain(statusCode);
      }
    }
    expect(nothingDone()).toEqual(nothing);
  });

  it('is refused where a part of it is too long', async () => {
    for (const { path, method } of routes.filter(({ path }) => /:(?!lang)/.test(path))) {
      for (const length of [301, 2_000, WORST_BYTES]) {
        const url = addressOf(path, 'a'.repeat(length));
        const { statusCode } = await server.inject({ method, url, headers: TYPE });
        expect([404, 414], `${path} of ${length}`).toContain(statusCode);
      }
    }
    expect(nothingDone()).toEqual(nothing);
  });

  it('is refused where it is too long, whatever it leads to', async () => {
    for (const start of ['/en?', '/', '/api/v1/states?', '/feeds/', '/healthz?', '/metrics?', '/assets/']) {
      const { statusCode } = await server.inject({ url: `${start}${'x'.repeat(LONGEST_ADDRESS)}` });
      expect(statusCode, start).toBe(414);
    }
  });
});

describe('every parameter of the API', () => {
  const properties = (schema: z.ZodType | undefined) =>
    schema ? Object.entries(z.toJSONSchema(schema, { io: 'input' }).properties ?? {}) : [];

  it('has a most', () => {
    for (const { path, params, query } of endpoints) {
      for (const [name, schema] of [...properties(params), ...properties(query)]) {
        if (typeof schema === 'boolean' || (schema.type !== 'string' && schema.type !== undefined)) continue;
        expect(schema.maxLength ?? schema.enum?.length ?? schema.maximum, `${path} ${name}`).toBeLessThanOrEqual(500);
      }
    }
  });

  it('is refused beyond it, before anything is looked up', async () => {
    for (const { path, query } of endpoints) {
      const address = `/api/v1${path.replace(/\{\w+\}/g, 'x')}`;
      for (const [name] of properties(query)) {
        for (const [, text] of worstTexts(2_500)) {
          const { statusCode } = await server.inject({ url: `${address}?${name}=${encodeURIComponent(text)}` });
          expect([400, 414], `${address} ${name}`).toContain(statusCode);
        }
      }
    }
    expect(nothingDone()).toEqual(nothing);
  });
});

describe('every header that is read', () => {
  const addresses = ['/en', '/', '/en/nothing', '/api/v1/states', '/metrics', '/healthz'];

  it.each(Object.entries(headerLimits))('%s is refused beyond %i characters before any work', async (name, most) => {
    for (const [, text] of [...worst, ['just too long', 'a'.repeat(most + 1)] as const]) {
      for (const url of addresses) {
        const { statusCode } = await server.inject({ url, headers: { [name]: text } });
        expect(statusCode, url).toBe(431);
      }
      expect((await post('/:lang/my-data', 'email=a', { [name]: text })).statusCode).toBe(431);
    }
    expect(nothingDone()).toEqual(nothing);
  });
});
