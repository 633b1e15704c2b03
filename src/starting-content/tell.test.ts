import { expect, it } from 'vitest';
import { tellContent } from './tell.ts';

const nothing = { added: 0, changed: 0, first: false, waiting: 0 };

it('a start says what it brought and what waits, and nothing where there is nothing', () => {
  expect(tellContent(nothing)).toEqual([]);
  expect(tellContent({ ...nothing, first: true, added: 3 })).toEqual(['loaded the starting content']);
  expect(tellContent({ ...nothing, added: 3, changed: 2, waiting: 1 })).toEqual([
    'the starting content: 3 new and 2 changed rows brought in',
    'the starting content: 1 proposal waits for you: npm run content -- list',
  ]);
  expect(tellContent({ ...nothing, waiting: 12 })).toEqual([
    'the starting content: 12 proposals wait for you: npm run content -- list',
  ]);
});
