import { expect, it } from 'vitest';
import type { View } from '../http/view.ts';
import { words } from '../locales/words.ts';
import { metBy } from './met-by.ts';

it('an ask that was met tells how many had asked for it, unless they were few', () => {
  const view = { ...words('en'), day: (day: string) => day } as unknown as View;
  expect(metBy(view, '2026-10-15', 0)).toEqual(['Met on 2026-10-15']);
  expect(metBy(view, '2026-10-15', 24)).toEqual(['Met on 2026-10-15']);
  expect(metBy(view, '2026-10-15', 25)).toEqual(['Met on 2026-10-15', '25 people have asked this']);
});
