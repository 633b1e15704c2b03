import { expect, it } from 'vitest';
import { nearlyFull } from './disk.ts';

const GB = 1_000_000_000;

it.each([
  ['a small one with room', { free: 4 * GB, size: 20 * GB }, undefined],
  ['a small one with a gigabyte left', { free: 0.96 * GB, size: 20 * GB }, { free: 1, size: 20 }],
  ['one with less than a twentieth left', { free: 4.9 * GB, size: 100 * GB }, { free: 4.9, size: 100 }],
  ['a large one with a hundredth left, which is plenty', { free: 40 * GB, size: 4_000 * GB }, undefined],
])('%s', (_, disk, values) => {
  expect(nearlyFull(disk)?.values).toEqual(values);
});
