import { expect, it } from 'vitest';
import type { View } from '../http/view.ts';
import { words } from '../locales/words.ts';
import { metBy } from './met-by.ts';

it('an ask that was met tells how many had asked for it, unless nobody had', () => {
  const view = { ...words('en'), day: (day: string) => day } as unknown as View;
  expect(metBy(view, '2026-10-15', 0)).toBe('Met on 2026-10-15');
  expect(metBy(view, '2026-10-15', 2)).toBe('Met on 2026-10-15 · 2 people have asked this');
});
