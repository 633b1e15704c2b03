import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { logoInOneColour, logoSvg, pieces } from './logo.ts';
import { mosaicRing } from './mosaic-ring.ts';
import { shareCard } from './share-card.ts';

/** Parts that touch nowhere, of what is at least half covered, on a field so many pixels wide. */
function parts(svg: string, width: number): number {
  const { pixels } = new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render();
  const covered = new Set(
    Array.from({ length: width * width }, (_, at) => at).filter((at) => (pixels[at * 4 + 3] ?? 0) > 127),
  );
  let count = 0;
  while (covered.size > 0) {
    count += 1;
    const open = [[...covered][0] ?? 0];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (!covered.delete(at)) continue;
      open.push(at - width, at + width, ...(at % width > 0 ? [at - 1] : []), ...((at + 1) % width > 0 ? [at + 1] : []));
    }
  }
  return count;
}

describe('the mark', () => {
  it.each([16, 32, 64])('shows each of its pieces by itself at %i pixels, also in one colour', (width) => {
    expect(parts(logoInOneColour(), width)).toBe(pieces.length);
    expect(parts(logoSvg(), width)).toBe(pieces.length);
  });
});

describe('the ring', () => {
  it('is ever the same, has no piece twice, and an open place at the side where the mark has it', () => {
    const ring = mosaicRing(3, 97);
    expect(mosaicRing(3, 97)).toEqual(ring);
    expect(new Set(ring.map(({ path }) => path)).size).toBe(ring.length);
    const [x = 0, y = 0] =
      /M(\d+) (\d+)/
        .exec(ring.find(({ outer }) => outer)?.path ?? '')
        ?.slice(1)
        .map(Number) ?? [];
    expect([x > 160, y < 100]).toEqual([true, true]);
  });
});

describe('a card', () => {
  it('says what the page is and whose, within its edges, in both directions', () => {
    for (const rtl of [false, true]) {
      const card = shareCard({
        title: 'A & B',
        meaning: 'C',
        text: ['For whoever has no other court'],
        by: 'Run by us',
        rtl,
      });
      for (const word of ['A &amp; B', 'C', 'For whoever has', 'Run by us']) expect(card).toContain(word);
      expect(card).not.toContain('undefined');
      expect(card.includes('text-anchor="end"')).toBe(rtl);
    }
  });
});
