import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageServer, page, titleOf } from '../../test/support/page-server.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { NotFoundError } from './answer.ts';
import { COUNTS, TODAY } from './finished.ts';

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
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await server.stop();
});

describe('a page dropped for refresh', () => {
  beforeEach(async () => {
    server.render = (nth) => page(`nth ${nth}`, ['news']);
    await server.ask();
  });

  it('is sent once more while it renders anew, and nobody keeps it meanwhile', async () => {
    const release = server.holds('newer');
    server.pages.drop(['news'], 'refresh');
    for (let times = 0; times < 5; times += 1) {
      const old = await server.ask();
      expect([titleOf(old), old.headers['cache-control']]).toEqual(['nth 1', 'public, no-cache']);
    }
    expect(server.renders).toBe(2);
    release();
    await vi.waitFor(async () => expect(titleOf(await server.ask())).toBe('newer'));
    expect(server.renders).toBe(2);
    expect(server.pages.stale).toBeGreaterThanOrEqual(5);
  });

  it('is not sent later than thirty seconds after', async () => {
    server.pages.drop(['news'], 'refresh');
    later(29_000);
    const release = server.holds('newer');
    expect(titleOf(await server.ask())).toBe('nth 1');
    later(31_000);
    const waiting = server.ask();
    await vi.waitFor(() => expect(server.pages.shared).toBeGreaterThan(0));
    release();
    expect(titleOf(await waiting)).toBe('newer');
  });

  it('is left alone where the tag is another’s', async () => {
    server.pages.drop(['other'], 'refresh');
    expect((await server.ask()).headers['cache-control']).toBe('public, max-age=30');
    expect(server.renders).toBe(1);
  });

  it('while it was being rendered is rendered once more', async () => {
    server.pages.drop();
    const held = Promise.withResolvers<void>();
    server.render = (nth) =>
      nth === 2 ? held.promise.then(() => page('begun before', ['news'])) : page('newest', ['news']);
    const asked = server.ask();
    await vi.waitFor(() => expect(server.renders).toBe(2));
    server.pages.drop(['news'], 'refresh');
    held.resolve();
    await asked;
    await server.ask();
    await vi.waitFor(async () => expect(titleOf(await server.ask())).toBe('newest'));
  });

  it('that is no longer there is forgotten', async () => {
    server.pages.drop(['news'], 'refresh');
    server.render = () => {
      throw new NotFoundError('page');
    };
    await server.ask();
    await vi.waitFor(async () => expect((await server.ask()).status).toBe(404));
    expect(server.pages.bytes).toBe(0);
  });
});

describe('a page whose time is over', () => {
  it.each([COUNTS, TODAY])('(%s) is sent for thirty seconds more while it renders anew', async (tag) => {
    server.render = (nth) => page(`nth ${nth}`, [tag]);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T23:59:50Z') });
    await server.ask();
    later(29_000);
    if (tag === TODAY) vi.setSystemTime(new Date('2026-03-02T00:00:01Z'));
    else later(31_000);
    expect(titleOf(await server.ask())).toBe('nth 1');
    await vi.waitFor(async () => expect(titleOf(await server.ask())).toBe('nth 2'));
  });

  it('is over at midnight where the organisation is', async () => {
    const nairobi = {
      ...platform,
      app: { ...platform.app, settings: { ...platform.app.settings, TIME_ZONE: 'Africa/Nairobi' } },
    };
    const there = await new PageServer().start(nairobi);
    there.render = (nth) => page(`nth ${nth}`, [TODAY]);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T20:59:50Z') });
    await there.ask();
    vi.setSystemTime(new Date('2026-03-01T20:59:59Z'));
    expect(titleOf(await there.ask())).toBe('nth 1');
    vi.setSystemTime(new Date('2026-03-01T21:00:01Z'));
    expect(titleOf(await there.ask())).toBe('nth 2');
    await there.stop();
  });

  it('is rendered for the first who asks long after', async () => {
    server.render = (nth) => page(`nth ${nth}`, [COUNTS]);
    await server.ask();
    later(61_000);
    expect(titleOf(await server.ask())).toBe('nth 2');
  });

  it.each(['2026-03-01T00:00:00Z', '2026-03-04T00:00:00Z'])(
    'speaks of no other day where the clock is set to %s',
    async (now) => {
      server.render = (nth) => page(`nth ${nth}`, [TODAY]);
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T12:00:00Z') });
      await server.ask();
      vi.setSystemTime(new Date(now));
      expect(titleOf(await server.ask())).toBe('nth 2');
    },
  );

  it('does not outlive its thirty seconds where the clock is set back', async () => {
    server.render = (nth) => page(`nth ${nth}`, [COUNTS]);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T12:00:00Z') });
    await server.ask();
    vi.setSystemTime(new Date('2026-03-01T12:00:00Z'));
    later(61_000);
    expect(titleOf(await server.ask())).toBe('nth 2');
  });
});

describe('where nothing newer can be had', () => {
  const away = () => {
    throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
  };

  it.each([
    ['its time is over', (): void => later(3_600_000)],
    [
      'it was dropped for refresh',
      (): void => {
        server.pages.drop(['news'], 'refresh');
        later(60_000);
      },
    ],
  ])('a page goes on being sent though %s', async (_, grownOld) => {
    server.render = () => page('first', ['news', COUNTS]);
    await server.ask();
    grownOld();
    server.render = away;
    for (let times = 0; times < 5; times += 1) {
      const reply = await server.ask();
      expect([reply.status, titleOf(reply), reply.headers['cache-control']]).toEqual([
        200,
        'first',
        'public, no-cache',
      ]);
    }
    expect(server.failures).toEqual(['/en/page away']);
    expect(server.renders).toBe(2);
  });

  it('it is rendered anew as soon as that succeeds', async () => {
    await server.ask();
    server.pages.drop(['news'], 'refresh');
    later(60_000);
    server.render = away;
    await server.ask();
    server.render = () => page('newer', ['news']);
    later(66_000);
    await server.ask();
    await vi.waitFor(async () => expect(titleOf(await server.ask())).toBe('newer'));
  });

  it('because a render hangs, the old page is sent after two seconds, and at once from then on', async () => {
    await server.ask();
    server.pages.drop(['news'], 'refresh');
    later(60_000);
    const release = server.holds('newer');
    expect(titleOf(await server.ask())).toBe('first');
    const began = Date.now();
    expect(titleOf(await server.ask())).toBe('first');
    expect(Date.now() - began).toBeLessThan(1_000);
    release();
    await vi.waitFor(async () => expect(titleOf(await server.ask())).toBe('newer'));
  });

  it('because the process has too much in hand, the old page is sent', async () => {
    await server.ask();
    server.pages.drop(['news'], 'refresh');
    later(60_000);
    const loaded = await new PageServer(0, server.pages).start(platform, 0);
    const old = await loaded.ask();
    expect([titleOf(old), old.headers['cache-control']]).toEqual(['first', 'public, no-cache']);
    expect((await loaded.ask('/en/page', {}, 'HEAD')).status).toBe(200);
    expect((await loaded.ask('/en/page/unknown')).status).toBe(503);
    await loaded.stop();
  });

  it('because too many wait, the old page is sent', async () => {
    await server.ask();
    server.pages.drop(['news'], 'refresh');
    later(60_000);
    const release = server.holds('newer');
    const others = Array.from({ length: 52 }, (_, index) => server.ask(`/en/page/p${index}`));
    await vi.waitFor(() => expect(server.pages.waiting).toBe(50));
    expect(titleOf(await server.ask())).toBe('first');
    release();
    await Promise.all(others);
  });
});
