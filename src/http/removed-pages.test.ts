import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageServer, page, titleOf } from '../../test/support/page-server.ts';
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

const steady = performance.now.bind(performance);

/** Moves the steady clock, by which pages grow old, without waiting. */
function later(milliseconds: number): void {
  vi.spyOn(performance, 'now').mockImplementation(() => steady() + milliseconds);
}

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

describe('a page that was removed', () => {
  it('is never sent again, even where nothing newer can be had', async () => {
    await server.ask();
    server.pages.drop(['news'], 'remove');
    server.render = () => {
      throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    };
    expect((await server.ask()).status).toBe(503);
    expect(server.pages.bytes).toBe(0);
  });

  it.each([
    ['that is kept', ['news']],
    ['for this once', undefined],
  ])('is not sent by a render %s that began before', async (_, tags) => {
    const held = Promise.withResolvers<void>();
    server.render = (nth) => (nth === 1 ? held.promise.then(() => page('withdrawn', tags)) : page('without it', tags));
    const asked = [server.ask(), server.ask()];
    await vi.waitFor(() => expect(server.renders).toBe(1));
    server.pages.drop(['news'], 'remove');
    held.resolve();
    expect((await Promise.all(asked)).map(titleOf)).toEqual(['without it', 'without it']);
    expect(titleOf(await server.ask())).toBe('without it');
  });

  it('is not sent by a render beside that began before', async () => {
    await server.ask();
    const held = Promise.withResolvers<void>();
    server.render = (nth) =>
      nth === 2 ? held.promise.then(() => page('withdrawn', ['news'])) : page('without it', ['news']);
    server.pages.drop(['news'], 'refresh');
    await server.ask();
    await vi.waitFor(() => expect(server.renders).toBe(2));
    server.pages.drop(['news'], 'remove');
    held.resolve();
    expect(titleOf(await server.ask())).toBe('without it');
    expect(titleOf(await server.ask())).toBe('without it');
  });

  it('is sent by nobody who waited for something newer', async () => {
    await server.ask();
    server.render = () => page('another', ['states']);
    await server.ask('/en/page/another');
    server.pages.drop(['news', 'states'], 'refresh');
    later(40_000);
    const held = Promise.withResolvers<void>();
    server.render = (nth) =>
      nth <= 4 ? held.promise.then(() => page('withdrawn', ['news'])) : page('without it', ['news']);
    const asked = server.ask();
    await vi.waitFor(() => expect(server.renders).toBe(3));
    const another = server.ask('/en/page/another');
    await vi.waitFor(() => expect(server.renders).toBe(4));
    server.pages.drop(['news'], 'remove');
    // By then both have waited as long as they do for something newer.
    expect(titleOf(await another)).toBe('another');
    held.resolve();
    expect(titleOf(await asked)).toBe('without it');
  });

  it('is not brought back by better compression that was under way', async () => {
    const br = { 'accept-encoding': 'br' };
    await server.ask('/en/page', br);
    await server.ask('/en/page', br);
    await vi.waitFor(() => expect(compressed.best).toBe(1), 5_000);
    server.render = () => page('without it', ['news']);
    server.pages.drop(['news'], 'remove');
    const replies = [];
    for (let times = 0; times < 20; times += 1) replies.push(titleOf(await server.ask('/en/page', br)));
    expect(new Set(replies)).toEqual(new Set(['without it']));
  });
});
