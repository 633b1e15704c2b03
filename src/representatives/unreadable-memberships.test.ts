import { expect, it } from 'vitest';
import { readPopolo } from './popolo.ts';

const organizations = [{ id: 'parl', name: 'House', classification: 'legislature' }];
const read = (file: object) => readPopolo(JSON.stringify({ organizations, ...file }), '2026-11-24');

it.each([
  ['nothing', [null]],
  ['a word', ['x']],
  ['a day that is none', [{ organization_id: 'parl', start_date: '2024-02-30' }]],
  ['no list', {}],
  ['a word for a list', 'x'],
])('ends nobody whose memberships can’t be read: %s', (_, memberships) => {
  const { entries, refused, meant } = read({
    persons: [{ id: 'e', name: 'Eve', memberships }],
    memberships: undefined,
  });
  expect(entries).toEqual([]);
  expect(refused).toHaveLength(1);
  expect(refused[0]?.at).toBe('e');
  expect(meant).toEqual([expect.objectContaining({ externalId: 'e', name: 'Eve' })]);
});
