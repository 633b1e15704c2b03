import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageServer, page, titleOf } from '../../test/support/page-server.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { COUNTS } from './finished.ts';
import { changesAt } from './page-end.ts';

const HOUR = 3_600_000;
const steady = performance.now.bind(performance);
const later = (milliseconds: number) => vi.spyOn(performance, 'now').mockImplementation(() => steady() + milliseconds);

let platform: Platform;
let server: PageServer;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  server = await new PageServer().start(platform);
  const moment = { steady: performance.now() + HOUR, wall: Date.now() + HOUR };
  server.render = (nth) => {
    changesAt(moment);
    return page(`nth ${nth}`, ['news', COUNTS]);
  };
  await server.ask();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await server.stop();
});

describe('a page that changes by itself at a moment', () => {
  it('is never sent from then on where a new one can be had, not even to the first who asks', async () => {
    later(HOUR - 31_000);
    const release = server.holds('counts');
    expect(titleOf(await server.ask())).toBe('nth 1');
    later(HOUR + 1);
    const waiting = server.ask();
    await vi.waitFor(() => expect(server.pages.shared).toBeGreaterThan(0));
    release();
    expect(titleOf(await waiting)).toBe('counts');
  });

  it('ends too where only the clock of the day says so: the machine slept', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HOUR });
    expect(titleOf(await server.ask())).toBe('nth 2');
  });

  it('is kept by nobody else over that moment', async () => {
    expect((await server.ask()).headers['cache-control']).toBe('public, max-age=30');
    later(HOUR - 20_000);
    await vi.waitFor(async () => expect((await server.ask()).headers['cache-control']).toBe('public, no-cache'));
  });

  it('is still there where nothing newer can be had', async () => {
    later(HOUR + 1);
    server.render = () => {
      throw new Error('the database is away');
    };
    expect(titleOf(await server.ask())).toBe('nth 1');
  });
});
