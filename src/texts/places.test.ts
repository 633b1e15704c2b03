import { expect, it } from 'vitest';
import { changedPlaces } from './places.ts';

const before = {
  name: 'One',
  why: ['a', 'b'],
  messages: [
    { id: 'peace', text: 'Peace' },
    { id: 'join', text: 'Join' },
  ],
};

it('what changed is told by its place, in lists of names by the name', () => {
  const after = {
    name: 'One',
    why: ['a', 'c', 'd'],
    messages: [
      { id: 'join', text: 'Join' },
      { id: 'peace', text: 'Peace now' },
    ],
  };
  expect(changedPlaces(before, after)).toEqual([
    { place: 'why/1', before: 'b', after: 'c' },
    { place: 'why/2', before: undefined, after: 'd' },
    { place: 'messages/peace/text', before: 'Peace', after: 'Peace now' },
  ]);
  expect(changedPlaces(before, { name: 'One' }).map(({ place }) => place)).toEqual([
    'why/0',
    'why/1',
    'messages/peace/text',
    'messages/join/text',
  ]);
  expect(changedPlaces(undefined, { name: 'One' })).toEqual([{ place: 'name', before: undefined, after: 'One' }]);
});
