import { expect, it } from 'vitest';
import { growsAsTheText } from '../support/growth.ts';

it.each<[boolean, string, RegExp]>([
  [true, 'once through', /b$/],
  [false, 'as often as it is long', / +$/],
])('is told: %s where a text is read %s', (grows, _, expression) => {
  expect(growsAsTheText((text) => expression.test(text), ' ', { length: 1_000, after: 'a' })).toBe(grows);
});
