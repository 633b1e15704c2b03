import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { rooms } from '../rooms.ts';
import { routesOf } from '../routes.ts';
import { makeServer } from '../site/server.ts';

const routes = routesOf(rooms);

let platform: Platform;
let server: Awaited<ReturnType<typeof makeServer>>;
beforeAll(async () => {
  platform = await startPlatform({ PICTURES_PER_NETWORK_HOUR: '3', TRUSTED_PROXIES: '127.0.0.1' });
  server = await makeServer(platform.app, routes);
});
afterAll(async () => {
  await server.close();
  await platform.stop();
});

const get = (url: string, network: string) => server.inject({ url, headers: { 'x-forwarded-for': network } });

describe('a drawing as a picture', () => {
  it('is drawn so many times an hour for one network, then it leads to the SVG', async () => {
    const day = (n: number) => `/fr/drawings/case-flow.png?on=2015-03-0${n}`;
    for (const n of [1, 2, 3]) {
      const drawn = await get(day(n), '192.0.2.1');
      expect([drawn.statusCode, drawn.headers['content-type']]).toEqual([200, 'image/png']);
      expect(drawn.headers['content-disposition']).toBe(`attachment; filename="case-flow-2015-03-0${n}.png"`);
    }
    const refused = await get(day(4), '192.0.2.1');
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '1200']);
    expect(refused.body).toContain('href="/fr/drawings/case-flow.svg?on=2015-03-04"');
    expect((await get('/fr/drawings/case-flow.svg?on=2015-03-04', '192.0.2.1')).statusCode).toBe(200);
    expect((await get(day(1), '192.0.2.1')).statusCode).toBe(200);
    expect((await get(day(4), '192.0.2.2')).statusCode).toBe(200);
    expect((await get(day(4), '192.0.2.1')).statusCode).toBe(200);
  });

  it.each([
    ['192.0.2.10', 'nothing.png'],
    ['192.0.2.11', 'case-flow.png?on=1900-01-01'],
    ['192.0.2.12', 'track--sneidel--sneidel.png?on=2024-01-01'],
    ['192.0.2.13', '.png'],
    ['192.0.2.14', 'x.y.png'],
    ['192.0.2.15', 'x%2Fy.png'],
  ])('is not there, for %s, at %s', async (network, path) => {
    expect((await get(`/en/drawings/${path}`, network)).statusCode).toBe(404);
  });

  it('costs nothing of the allowance where it can’t be', async () => {
    for (const path of ['A.png', 'b.c.png', 'states.png?on=1900-01-01', 'states.png?on=x'])
      expect((await get(`/en/drawings/${path}`, '192.0.2.20')).statusCode, path).toBe(404);
    expect((await get('/en/drawings/case-flow.png?on=2015-04-01', '192.0.2.20')).statusCode).toBe(200);
  });
});
