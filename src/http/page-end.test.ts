import { describe, expect, it } from 'vitest';
import { until } from '../../test/support/until.ts';
import { staleSince } from './cached-pages.ts';
import { forKeeping } from './finished.ts';
import { changesAt, earlier, hasCome, withEnd } from './page-end.ts';

const inMs = (wait: number) => ({ steady: performance.now() + wait, wall: Date.now() + wait });

describe('the end of what is shown', () => {
  it('is the earliest that anything beneath a render said, however deep, and of that render alone', async () => {
    const [soon, later] = [inMs(1_000), inMs(9_000)];
    const deep = async (end: typeof soon) => {
      await Promise.resolve();
      changesAt(end);
    };
    const both = withEnd(() => Promise.all([deep(later), deep(soon), deep(later)]));
    const other = withEnd(() => deep(later));
    const none = withEnd(async () => changesAt(undefined));
    expect([(await both).end, (await other).end, (await none).end]).toEqual([soon, later, undefined]);
    changesAt(soon);
  });

  it('has come by either clock', () => {
    expect(hasCome(undefined)).toBe(false);
    expect(hasCome(inMs(60_000))).toBe(false);
    expect(hasCome(inMs(-1))).toBe(true);
    expect(hasCome({ steady: performance.now() + 60_000, wall: Date.now() - 1 })).toBe(true);
    expect(earlier(undefined, undefined)).toBeUndefined();
  });

  it('is the end of a page that is kept', async () => {
    const answer = { kind: 'page', status: 200, html: '<p>all there is</p>', tags: ['today'] } as const;
    const page = await forKeeping(answer, {}, undefined, 'UTC', inMs(50));
    const lasting = await forKeeping({ ...answer, tags: [] }, {}, undefined, 'UTC');
    const stale = () => staleSince({ page, renew: async () => ({ cached: page }) }, performance.now());
    await until('the page is old', () => stale() !== undefined);
    expect(lasting.until).toBeUndefined();
    expect(lasting.day).toBeUndefined();
  });

  it('is none for a page that says nothing of it, but that of its day', async () => {
    const page = await forKeeping({ kind: 'page', status: 200, html: '', tags: ['today'] }, {}, undefined, 'UTC');
    const ended = await forKeeping(
      { kind: 'page', status: 200, html: '', tags: ['today'] },
      {},
      undefined,
      'UTC',
      inMs(-5),
    );
    expect(staleSince({ page, renew: async () => ({ cached: page }) }, performance.now())).toBeUndefined();
    expect(ended.day).toEqual(page.day);
    expect(staleSince({ page: ended, renew: async () => ({ cached: ended }) }, performance.now())).toBe(
      Number.NEGATIVE_INFINITY,
    );
  });
});
