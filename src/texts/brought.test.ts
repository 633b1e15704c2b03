import { expect, it } from 'vitest';
import { meaningOf } from './brought.ts';

const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name, more: { of: [name] } }));

it.each([
  ['nothing is here', a, undefined, undefined, 'taken'],
  ['nobody changed it here', b, a, a, 'taken'],
  ['they say what is here', a, a, a, 'same'],
  ['both changed it to the same', b, a, b, 'same'],
  ['it was changed here, and they say nothing new', a, a, b, 'kept'],
  ['both changed it', c, a, b, 'moved'],
  ['files never brought what is here', b, undefined, a, 'moved'],
  ['only what is not said differs', { ...a, meaning: undefined }, a, b, 'kept'],
] as const)('files, where %s', (_, offered, brought, newest, meaning) => {
  expect(meaningOf(offered as object, brought, newest)).toBe(meaning);
});
