import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageServer, titleOf } from '../../test/support/page-server.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';

const compressed = vi.hoisted(() => ({ br: 0, gzip: 0, best: 0 }));
vi.mock('node:zlib', async (original) => {
  const zlib = await original<typeof import('node:zlib')>();
  const { BROTLI_PARAM_QUALITY } = zlib.constants;
  return {
    ...zlib,
    brotliCompress: (body: Buffer, options: { params: Record<number, number> }, done: () => void) => {
      compressed[options.params[BROTLI_PARAM_QUALITY] === 11 ? 'best' : 'br'] += 1;
      zlib.brotliCompress(body, options, done);
    },
    gzip: (body: Buffer, options: object, done: () => void) => {
      compressed.gzip += 1;
      zlib.gzip(body, options, done);
    },
  };
});

let platform: Platform;
let server: PageServer;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  server = await new PageServer().start(platform);
  Object.assign(compressed, { br: 0, gzip: 0, best: 0 });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await server.stop();
});

describe('a page that is kept', () => {
  it('is known by its tag in each encoding, weakened or in a list', async () => {
    const gzip = { 'accept-encoding': 'gzip' };
    const first = await server.ask('/en/page', gzip);
    const again = await server.ask('/en/page', gzip);
    const { etag = '' } = first.headers;
    expect(again.headers.etag).toBe(etag);
    for (const given of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const reply = await server.ask('/en/page', { ...gzip, 'if-none-match': given });
      expect([reply.status, reply.body.length, reply.headers.etag, reply.headers.vary]).toEqual([
        304,
        0,
        etag,
        'accept-encoding',
      ]);
    }
    for (const given of ['"other"', etag.slice(0, -2), `x${etag}`]) {
      expect((await server.ask('/en/page', { ...gzip, 'if-none-match': given })).status).toBe(200);
    }
    expect((await server.ask('/en/page', { 'accept-encoding': 'br', 'if-none-match': etag })).status).toBe(200);
    expect(server.renders).toBe(1);
  });

  it('carries the same headers from the first answer on', async () => {
    const [first, second] = [await server.ask(), await server.ask()];
    const { date, ...headers } = first.headers;
    expect({ ...second.headers, date }).toEqual({ date, ...headers });
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=30',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toBeDefined();
  });

  it('is compressed better once it is asked for again, under a tag of its own; who has the earlier bytes has the page', async () => {
    const br = { 'accept-encoding': 'br' };
    const first = await server.ask('/en/page', br);
    await server.ask('/en/page', br);
    await vi.waitFor(
      async () => expect((await server.ask('/en/page', br)).headers.etag).not.toBe(first.headers.etag),
      5_000,
    );
    const better = await server.ask('/en/page', br);
    expect(compressed.best).toBe(1);
    expect(better.body.length).toBeLessThan(first.body.length);
    expect(titleOf(better)).toBe('first');
    const known = await server.ask('/en/page', { ...br, 'if-none-match': first.headers.etag ?? '' });
    expect([known.status, known.headers.etag]).toEqual([304, first.headers.etag]);
  });

  it('that renders to the same bytes is not compressed again', async () => {
    await server.ask();
    server.pages.drop(['news'], 'refresh');
    await server.ask();
    await vi.waitFor(async () => expect((await server.ask()).headers['cache-control']).toBe('public, max-age=30'));
    expect(server.renders).toBe(2);
    expect(compressed).toMatchObject({ br: 1, gzip: 1 });
  });

  it('is held to its limit of bytes, the least lately used going first; odd addresses push nothing out', async () => {
    const other = await new PageServer(100_000).start(platform);
    await other.ask('/en/page/main');
    for (let index = 0; index < 30; index += 1) {
      for (const path of [`p${index}`, 'main', `main?on=${index}`]) await other.ask(`/en/page/${path}`);
    }
    expect(other.pages.bytes).toBeLessThanOrEqual(100_000);
    const before = other.renders;
    await other.ask('/en/page/main');
    expect(other.renders).toBe(before);
    await other.ask('/en/page/p0');
    expect(other.renders).toBe(before + 1);
    await other.stop();
  });

  it('that is read stays, though a robot walks through many more addresses than there is room for', async () => {
    const other = await new PageServer(200_000).start(platform);
    for (let times = 0; times < 40; times += 1) await other.ask('/en/page/main');
    for (let index = 0; index < 60; index += 1) await other.ask(`/en/page/p${index}`);
    const before = other.renders;
    await other.ask('/en/page/main');
    expect(other.renders).toBe(before);
    expect(other.pages.bytes).toBeLessThanOrEqual(200_000);
    await other.stop();
  });
});
