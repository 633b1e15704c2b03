import { describe, expect, it } from 'vitest';
import { shareCardWithText } from './logo.ts';
import { interlockedRings } from './rings.ts';

describe('the linked rings', () => {
  it('are the same every time', () => {
    expect(interlockedRings()).toEqual(interlockedRings());
  });

  it('go once round in every row, whatever pieces are missing', () => {
    for (const { radius, dashes } of interlockedRings().rings.flatMap(({ rows }) => rows)) {
      for (const dash of dashes.filter((pattern) => pattern !== undefined)) {
        const lengths = dash.split(' ').map(Number);
        expect(lengths.length % 2).toBe(0);
        expect(lengths.every((length) => length >= 0)).toBe(true);
        // Rounded to tenths, piece by piece.
        expect(Math.abs(lengths.reduce((sum, length) => sum + length, 0) - 2 * Math.PI * radius)).toBeLessThan(3);
      }
    }
  });

  it('stand on the share card in the colours of the mark', () => {
    expect(shareCardWithText('Vollkorn')).not.toContain('undefined');
  });
});
