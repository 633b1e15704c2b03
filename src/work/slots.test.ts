import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Slots } from './slots.ts';

function under(slots: Slots) {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) =>
    slots.within(async () => {
      begun.push(n);
      await new Promise<void>((end) => ends.push(end));
      return n;
    });
  const end = async () => {
    ends.shift()?.();
    await turn();
  };
  return { begun, work, end };
}

it('lets no more be under way than there are slots, in their order', async () => {
  const { begun, work, end } = under(new Slots(() => 2));
  const all = [1, 2, 3, 4].map(work);
  await turn();
  expect(begun).toEqual([1, 2]);
  await end();
  expect(begun).toEqual([1, 2, 3]);
  for (let left = 3; left > 0; left -= 1) await end();
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4]);
});

it('asks each time how many there are, and gives out one where there is none', async () => {
  let most = 0;
  const { begun, work, end } = under(new Slots(() => most));
  const all = [1, 2, 3].map(work);
  await turn();
  expect(begun).toEqual([1]);
  most = 2;
  await end();
  expect(begun).toEqual([1, 2, 3]);
  await end();
  await end();
  await Promise.all(all);
});

it('gives a slot on where the work failed', async () => {
  const slots = new Slots(() => 1);
  await expect(slots.within(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await slots.within(async () => 'next')).toBe('next');
});
