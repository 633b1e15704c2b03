import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageServer, page, titleOf } from '../../test/support/page-server.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import type { Reply } from '../../test/support/raw-get.ts';
import { NotFoundError } from './answer.ts';

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

describe('a page not yet kept', () => {
  it('is rendered once, and compressed once in each encoding, for a hundred who ask at once', async () => {
    const accepted = ['br', 'gzip', 'identity', ''];
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        server.ask('/en/page', { 'accept-encoding': accepted[index % 4] ?? '' }, index % 5 === 0 ? 'HEAD' : 'GET'),
      ),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(server.renders).toBe(1);
    expect(compressed).toMatchObject({ br: 1, gzip: 1 });
    for (const [index, reply] of replies.entries()) {
      expect(reply.headers['content-encoding']).toBe(['br', 'gzip'][index % 4]);
      expect(reply.headers.vary).toBe('accept-encoding');
      if (index % 5 === 0) expect(reply.body.length).toBe(0);
      else expect(titleOf(reply)).toBe('first');
    }
    expect(server.pages.shared + server.pages.hits).toBe(99);
  });

  it('is shared while it renders also where it is not kept', async () => {
    const held = Promise.withResolvers<void>();
    server.render = () => held.promise.then(() => page('a past day'));
    const asked = Array.from({ length: 60 }, () => server.ask('/en/page?on=2016-11-30'));
    await vi.waitFor(() => expect(server.pages.shared).toBe(59));
    held.resolve();
    const replies = await Promise.all(asked);
    expect(replies.map(({ status }) => status)).toEqual(Array(60).fill(200));
    expect(server.renders).toBe(1);
    await server.ask('/en/page?on=2016-11-30');
    expect(server.renders).toBe(2);
    expect(server.pages.bytes).toBe(0);
  });

  it('is rendered two at a time; fifty wait, the rest are told to come back', async () => {
    const held = Promise.withResolvers<void>();
    let running = 0;
    let most = 0;
    server.render = async () => {
      running += 1;
      most = Math.max(most, running);
      await held.promise;
      running -= 1;
      return page('slow', ['news']);
    };
    const asked = Array.from({ length: 60 }, (_, index) => server.ask(`/en/page/p${index}`));
    const refused = (await Promise.race([Promise.all(asked), asked.at(-1)])) as Reply;
    expect(refused.status).toBe(503);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['cache-control']).toBe('no-store');
    expect(refused.body.toString()).toContain('We’ll be right back');
    held.resolve();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(52);
    expect(statuses.filter((status) => status === 503)).toHaveLength(8);
    expect(most).toBe(2);
    expect(server.pages.shed).toBe(8);
  });

  it('is refused after two seconds of waiting', async () => {
    const release = server.holds('slow');
    const running = [server.ask('/en/page/a'), server.ask('/en/page/b')];
    await vi.waitFor(() => expect(server.renders).toBe(2));
    const began = performance.now();
    expect((await server.ask('/en/page/c')).status).toBe(503);
    expect(performance.now() - began).toBeGreaterThan(1_900);
    expect(performance.now() - began).toBeLessThan(4_000);
    release();
    await Promise.all(running);
  });

  it('that fails is tried once more for those who waited, and is not remembered as failed', async () => {
    const held = Promise.withResolvers<void>();
    server.render = async (nth) => {
      await held.promise;
      if (nth === 1) throw new Error('for the first only');
      return page('second', ['news']);
    };
    const asked = Array.from({ length: 20 }, () => server.ask());
    await vi.waitFor(() => expect(server.pages.shared).toBe(19));
    held.resolve();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 500)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(19);
    expect(server.renders).toBe(2);
  });

  it('that is not there is looked for once', async () => {
    const held = Promise.withResolvers<void>();
    server.render = async () => {
      await held.promise;
      throw new NotFoundError('page');
    };
    const asked = Array.from({ length: 20 }, () => server.ask());
    await vi.waitFor(() => expect(server.pages.shared).toBe(19));
    held.resolve();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses).toEqual(Array(20).fill(404));
    expect(server.renders).toBe(1);
  });
});
