import { describe, expect, it } from 'vitest';
import { readPopolo } from './popolo.ts';

const organizations = [{ id: 'parl', name: 'House', classification: 'legislature' }];
const member = { person_id: 'a', organization_id: 'parl', start_date: '2024' };
const read = (file: object) =>
  readPopolo(JSON.stringify({ organizations, memberships: [member], ...file }), '2026-11-24');

describe('a period that can’t be', () => {
  const ada = { id: 'a', name: 'Ada One' };
  const of = (membership: object) => ({ persons: [ada], memberships: [{ ...member, ...membership }] });
  const called = (other: object) => ({ persons: [{ id: 'a', other_names: [{ name: 'Ada One', ...other }] }] });

  it.each([
    ['of a membership', of({ start_date: '2024-05-17', end_date: '2024-05-16' }), 'ends (2024-05-16) before it begins'],
    [
      'of a legislative period',
      of({ start_date: null, legislative_period: { id: 't', start_date: '2024', end_date: '2023' } }),
      'ends (2023) before it begins (2024)',
    ],
    [
      'of a membership within a period',
      of({ start_date: '2025', legislative_period: { id: 't', end_date: '2024' } }),
      'ends (2024) before it begins (2025)',
    ],
    ['of a name', called({ start_date: '2020', end_date: '2019' }), 'ends (2019) before it begins (2020)'],
    ['at an hour that is none', of({ start_date: '2024-02-29T25:00' }), 'there is no such day or time'],
    ['at a minute that is none', of({ end_date: '2099-02-27T10:60:00Z' }), 'there is no such day or time'],
    ['at an offset that is none', called({ start_date: '2024-02-29T10:00+15:00' }), 'there is no such day or time'],
    ['that ends on no day', of({ end_date: '2023-02-29T10:00:00Z' }), 'there is no such day or time'],
    [
      'by a death at no hour',
      { persons: [{ ...ada, death_date: '2024-02-29T24:00' }] },
      'there is no such day or time',
    ],
    [
      'by a contact at no hour',
      {
        persons: [
          { ...ada, contact_details: [{ type: 'email', value: 'a@x.example', valid_until: '2024-02-30T10:00' }] },
        ],
      },
      'there is no such day or time',
    ],
  ])('%s is refused, with where and why, and nobody is ended over it', (_, file, reason) => {
    const { entries, refused } = read(file);
    expect(entries).toEqual([]);
    expect(refused).toEqual([{ at: expect.stringContaining('a'), reason: expect.stringContaining(reason) }]);
  });
});
