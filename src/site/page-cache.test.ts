import { describe, expect, it } from 'vitest';
import { type KeptPage, PageCache } from './page-cache.ts';

function kept(size: number, tags: string[] = [], until?: number): KeptPage {
  return { status: 200, headers: {}, etag: 'x', bodies: { identity: Buffer.alloc(size) }, tags, until };
}

describe('the page cache', () => {
  it('gives back what it keeps, until its tag is dropped', () => {
    const pages = new PageCache(1_000_000);
    pages.put('/en', kept(100, ['campaigns']), pages.generation);
    pages.put('/en/privacy', kept(100, ['privacy']), pages.generation);
    pages.drop(['campaigns']);
    expect(pages.get('/en')).toBeUndefined();
    expect(pages.get('/en/privacy')).toBeDefined();
  });

  it('does not keep a page that was rendered from what stood before a drop', () => {
    const pages = new PageCache(1_000_000);
    const before = pages.generation;
    pages.drop(['campaigns']);
    pages.put('/en', kept(100, ['campaigns']), before);
    expect(pages.get('/en')).toBeUndefined();
  });

  it('stays within its bytes, the least lately used going first', () => {
    const pages = new PageCache(20_000);
    for (let index = 0; index < 12; index += 1) {
      pages.put(`/${index}`, kept(1_000), pages.generation);
      pages.get('/0');
    }
    expect(pages.bytes).toBeLessThanOrEqual(20_000);
    expect(pages.get('/0')).toBeDefined();
    expect(pages.get('/1')).toBeUndefined();
    expect(pages.get('/11')).toBeDefined();
  });

  it('forgets a page whose time has passed', () => {
    const pages = new PageCache(20_000);
    pages.put('/en', kept(100, ['counts'], Date.now() - 1), pages.generation);
    expect(pages.get('/en')).toBeUndefined();
    expect(pages.bytes).toBe(0);
  });

  it('keeps nothing when its limit is nothing', () => {
    const pages = new PageCache(0);
    pages.put('/en', kept(1), pages.generation);
    expect(pages.get('/en')).toBeUndefined();
  });
});
