import { expect, it } from 'vitest';
import { typeset } from './typeset.ts';

it.each([
  ["Côte d'Ivoire", 'Côte d’Ivoire'],
  ["The Lord's Resistance Army", 'The Lord’s Resistance Army'],
  ["the states' prisons", 'the states’ prisons'],
])('running text has curly apostrophes: %s', (text, expected) => {
  expect(typeset('en', text)).toBe(expected);
});
