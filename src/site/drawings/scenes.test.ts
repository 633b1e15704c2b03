import { describe, expect, it } from 'vitest';
import { type Scene, scenePaths, scenes } from './scenes.ts';

describe.each(Object.entries(scenes))('the scene “%s”', (name, lines) => {
  it('fills its field, and each of its letters is a stone', () => {
    expect(lines.map((line) => line.length)).toEqual(Array.from({ length: 12 }, () => 20));
    const letters = [...lines.join('').replaceAll(' ', '')];
    const drawn = [...scenePaths(name as Scene).values()].join('').match(/M/g) ?? [];
    expect(drawn.length).toBe(letters.length);
  });
});
