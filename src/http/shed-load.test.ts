import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FrozenDatabase, freezable } from '../../test/support/frozen.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { fieldValue } from '../../test/support/supporter.ts';
import { serveApi } from '../api/serve-api.ts';
import { closePool, type Limits, openDatabase, openPool } from '../database/database.ts';
import { rooms } from '../rooms.ts';
import { routesOf } from '../routes.ts';
import { makeServer } from '../site/server.ts';
import { TIMEOUTS } from './http-server.ts';
import { CAPACITY, type Capacity } from './shed-load.ts';

const routes = routesOf(rooms);

const typed = { state: 'KEN', name: 'Amina & "K."', email: 'amina@mail.example', kind: 'public', organisation: '' };
const join = '/fr/campaigns/united-by-common-bonds/join';
const lines: string[] = [];
const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
let platform: Platform;
let way: FrozenDatabase;
const endings: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  platform = await startPlatform();
});
beforeEach(async () => {
  way = await freezable(platform.fresh.url);
});
afterEach(async () => {
  way.thaw();
  for (const end of endings.splice(0).reverse()) await end();
  await way.stop();
  lines.splice(0);
});
afterAll(() => platform.stop());

async function site(capacity: Capacity = CAPACITY, limits: Limits = { connect: 1_500, statement: 300, query: 500 }) {
  const pool = openPool(way.url, 1, limits);
  const app = { ...platform.app, pool, database: openDatabase(pool), log };
  const server = await makeServer(app, routes, serveApi, { timeouts: TIMEOUTS, capacity });
  endings.push(
    () => closePool(pool),
    () => server.close(),
  );
  const posts = () =>
    server.inject({
      method: 'POST',
      url: join,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(typed).toString(),
    });
  return { server, pool, posts };
}

type Answer = Awaited<ReturnType<Awaited<ReturnType<typeof site>>['posts']>>;
function expectGivenBack(answer: Answer): void {
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '30']);
  expect(answer.body).toContain('rien n’est perdu');
  expect(answer.body).toContain(`action="${join}"`);
  for (const [name, value] of Object.entries(typed)) expect(fieldValue(answer.body, name)).toBe(value);
}

describe('what was typed comes back', () => {
  it('when more is in hand than can be', async () => {
    const { server, posts } = await site({ ...CAPACITY, atOnce: 0 });
    for (const answer of await Promise.all(Array.from({ length: 20 }, posts))) expectGivenBack(answer);
    expect(lines).toEqual([]);
    const page = await server.inject({ url: join });
    expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '60']);
    const api = await server.inject({ url: '/api/v1/states' });
    expect([api.statusCode, api.headers['content-type']]).toEqual([503, 'application/problem+json; charset=utf-8']);
    for (const url of ['/healthz', '/readyz']) expect((await server.inject({ url })).statusCode, url).toBe(200);
    expect((await server.inject({ url: '/metrics' })).body).toContain('requests_shed 22');
  });

  it('when its turn comes too late', async () => {
    const { posts } = await site({ ...CAPACITY, patience: -1 });
    expectGivenBack(await posts());
  });

  it('when the event loop is late', async () => {
    const { server, posts } = await site({ ...CAPACITY, late: 20 });
    const busy = setInterval(() => {
      for (const until = performance.now() + 60; performance.now() < until; );
    }, 1);
    endings.push(async () => clearInterval(busy));
    let answer = await posts();
    while (answer.statusCode !== 503) answer = await posts();
    expectGivenBack(answer);
    expect((await server.inject({ url: '/healthz' })).statusCode).toBe(200);
  });

  it('when all connections to the database are taken', async () => {
    const { server, pool, posts } = await site();
    const taken = await pool.connect();
    expectGivenBack(await posts());
    expect((await server.inject({ url: '/readyz' })).statusCode).toBe(200);
    taken.release();
    expect((await posts()).statusCode).not.toBe(503);
  });

  it('when the database is frozen', async () => {
    const { posts } = await site();
    expect((await posts()).statusCode).not.toBe(503);
    way.freeze();
    for (const answer of await Promise.all([posts(), posts()])) expectGivenBack(answer);
    way.thaw();
    expect((await posts()).statusCode).not.toBe(503);
  });

  it('when the database is away', async () => {
    const { posts } = await site();
    await way.stop();
    expectGivenBack(await posts());
  });
});

describe('what is in hand', () => {
  it('counts until its answer is made, whatever becomes of it', async () => {
    const { server } = await site({ ...CAPACITY, atOnce: 1 });
    for (const url of ['/fr/nothing', join, '/xx/record', '/api/v1/nothing', '/robots.txt'])
      expect((await server.inject({ url })).statusCode, url).not.toBe(503);
  });

  it('ends also where the answer is written past the framework', async () => {
    const { server } = await site({ ...CAPACITY, atOnce: 1 });
    server.get('/past', async (_request, reply) => {
      reply.hijack();
      reply.raw.end('past');
    });
    for (let times = 0; times < 3; times += 1) expect((await server.inject({ url: '/past' })).body).toBe('past');
  });
});
