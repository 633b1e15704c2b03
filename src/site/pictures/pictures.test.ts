import { describe, expect, it } from 'vitest';
import { OverloadedError } from '../../http/shed-load.ts';
import { cachedPicture, cacheOfBytes, drawPicture, outlined } from './pictures.ts';

/** A drawing that takes a while: many overlapping lines. */
function drawing(name: string): string {
  const lines = Array.from({ length: 800 }, (_, n) => `M0 ${n % 300}L400 ${(n * 7) % 300}`).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><path d="${lines}" ` +
    `stroke="#27508f" opacity="0.3"/><text x="9" y="20">${name}</text></svg>`
  );
}

const isPng = (bytes: Buffer) => bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a';

describe('a picture', () => {
  it('is drawn once for all who ask at once, and kept by what it shows', async () => {
    const [first, second, other] = await Promise.all([
      drawPicture(drawing('a'), 800),
      drawPicture(drawing('a'), 800),
      drawPicture(drawing('a'), 400),
    ]);
    expect([isPng(first.bytes), first.bytes.readUInt32BE(16)]).toEqual([true, 800]);
    expect(second.bytes).toBe(first.bytes);
    expect(other.name).not.toBe(first.name);
    expect((await drawPicture(drawing('a'), 800)).bytes).toBe(first.bytes);
    expect(cachedPicture(first.name)).toBe(first.bytes);
    expect(cachedPicture('')).toBeUndefined();
  });

  it('costs the main thread next to nothing', async () => {
    await drawPicture(drawing('warm'), 1_600);
    const before = process.threadCpuUsage();
    for (const name of ['b', 'c', 'd', 'e']) await drawPicture(drawing(name), 1_600);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000 / 4).toBeLessThan(15);
  });

  it('leaves no memory behind', async () => {
    const simple = (n: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h${n / 100}v3z"/></svg>`;
    await drawPicture(simple(100), 1_600);
    const before = process.memoryUsage.rss();
    for (let n = 0; n < 30; n += 1) await drawPicture(simple(n), 1_600);
    expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(100);
  });

  it('is refused where more wait than are drawn in time, and drawn again afterwards', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => drawPicture(drawing(`x${n}`), 1_600)));
    const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused.length).toBeGreaterThanOrEqual(20);
    for (const reason of refused) expect(reason).toBeInstanceOf(OverloadedError);
    expect(isPng((await drawPicture(drawing('x29'), 1_600)).bytes)).toBe(true);
  });

  it('that can’t be drawn fails alone', async () => {
    await expect(drawPicture('<svg', 100)).rejects.toThrow();
    expect(isPng((await drawPicture(drawing('after'), 100)).bytes)).toBe(true);
  });

  it('may be the same drawing with its words as outlines', async () => {
    const svg = await outlined(drawing('United'));
    expect(svg).toContain('<path');
    expect(svg).not.toContain('<text');
  });
});

describe('kept bytes', () => {
  it('are the latest used, up to a limit', () => {
    const kept = cacheOfBytes(10);
    for (const name of ['a', 'b']) kept.set(name, Buffer.alloc(4, name));
    kept.get('a');
    kept.set('c', Buffer.alloc(4));
    kept.set('huge', Buffer.alloc(11));
    expect(['a', 'b', 'c', 'huge'].map((name) => kept.get(name)?.length)).toEqual([4, undefined, 4, undefined]);
  });
});
