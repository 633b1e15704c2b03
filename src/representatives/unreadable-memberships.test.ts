import { describe, expect, it } from 'vitest';
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

it('tells all that is wrong with all the memberships of a person', () => {
  const memberships = [
    { organization_id: 'nowhere', start_date: '2024-02-30', end_date: '2027-02-31' },
    { organization_id: 'parl', end_date: 'soon' },
  ];
  const { refused } = read({ persons: [{ id: 'e', name: 'Eve', death_date: '0000-00-00', memberships }] });
  for (const said of ['nowhere', '2024-02-30', '2027-02-31', 'soon', '0000-00-00'])
    expect(refused[0]?.reason).toContain(said);
});

describe('a membership of nobody in the file', () => {
  const persons = [{ id: 'e', name: 'Eve' }];

  it.each([
    ['that names no person', { organization_id: 'parl' }, 'names no person', undefined],
    ['of somebody who is not told of', { person_id: 9 }, 'is a membership of 9, who is not in the file', '9'],
    ['that can’t be read either', { person_id: 'z', role: {} }, 'memberships[0]: role is no text', 'z'],
  ])('is refused: one %s', (_, membership, reason, externalId) => {
    const { refused, meant } = read({ persons, memberships: [membership] });
    expect(refused).toEqual([{ at: 'memberships[0]', reason }]);
    expect(meant).toEqual([externalId === undefined ? { membership: true } : { externalId, membership: true }]);
  });

  it('is refused with the person inside of whom it stands, who has no id', () => {
    const eve = { name: 'Eve', memberships: [{ organization_id: 'parl' }] };
    const { refused, meant } = read({ persons: [eve, { id: 'f', name: 'Fay' }] });
    expect(refused).toEqual([{ at: 'persons[0]', reason: 'id is missing' }]);
    expect(meant).toEqual([{ externalId: undefined, name: 'Eve' }]);
  });
});

describe('what is said twice, once in part', () => {
  const [house, green] = [{ ...organizations[0] }, { id: 'green', name: 'Greens', classification: 'party' }];
  const mandates = (membership: object, file: object = {}) =>
    read({ persons: [{ id: 'e', name: 'Eve', memberships: [membership] }], organizations: [house, green], ...file })
      .entries[0]?.mandates;

  it.each([null, undefined, ''])('a membership says nothing of what it stands inside by %j', (nothing) => {
    expect(mandates({ person_id: nothing, organization_id: 'parl' })).toMatchObject([{ body: 'House' }]);
    const organizations = [{ ...house, memberships: [{ person_id: 'e', organization_id: nothing }] }];
    expect(
      read({ persons: [{ id: 'e', name: 'Eve' }], memberships: [], organizations }).entries[0]?.mandates,
    ).toMatchObject([{ body: 'House' }]);
  });

  it('takes what the lists say of what is repeated by its id alone', () => {
    expect(mandates({ organization: { id: 'parl' }, on_behalf_of: { id: 'green' } })).toMatchObject([
      { body: 'House', body_kind: 'legislature', party: 'Greens' },
    ]);
    expect(mandates({ organization: { id: 'green' } })).toEqual([]);
    expect(
      mandates(
        { organization_id: 'parl', legislative_period: { id: 't' } },
        { events: [{ id: 't', name: '10th', start_date: '2020', end_date: '2024' }] },
      ),
    ).toMatchObject([{ term: '10th', started_on: '2020', ended_on: '2024', current: false }]);
  });

  it('takes what any place says where others say nothing', () => {
    const persons = ['e', 'f', 'g'].map((id) => ({ id, name: 'Eve' }));
    const memberships = [
      { person_id: 'e', organization: { id: 'x' } },
      { person_id: 'f', organization: { id: 'x', name: 'Other House' } },
      { person_id: 'g', organization_id: 'x' },
    ];
    const { entries, refused } = read({ persons, memberships, organizations: [] });
    expect(refused).toEqual([]);
    expect(entries.flatMap((entry) => entry.mandates.map(({ body }) => body))).toEqual(Array(3).fill('Other House'));
  });
});

describe('what has no id', () => {
  const served = (file: object) =>
    read(file).entries.map(({ externalId, mandates }) => [
      externalId,
      ...mandates.flatMap(({ body, role }) => [body, role]),
    ]);

  it('is known by name, where nobody has one', () => {
    const persons = ['Eve', 'Fay', 'Fay'].map((name) => ({ name, memberships: [{ organization_id: 'parl' }] }));
    expect(served({ persons })).toEqual([['Eve', 'House', null]]);
    expect(read({ persons })).toMatchObject({
      refused: [1, 2].map((at) => ({ at: `persons[${at}]`, reason: 'id is missing' })),
      meant: [{ name: 'Fay' }, { name: 'Fay' }],
    });
    expect(read({ persons: [{ email: 'a@x.example' }, null] }).refused.map(({ at }) => at)).toEqual([
      'persons[0]',
      'persons[1]',
    ]);
  });

  it('is all the same what a membership in it is of', () => {
    const persons = [{ id: 'e', name: 'Eve' }];
    const memberships = [{ person_id: 'e' }];
    expect(served({ persons, organizations: [{ name: 'Senate', memberships }] })).toEqual([['e', 'Senate', null]]);
    expect(served({ persons, organizations: [{ name: 'Greens', classification: 'party', memberships }] })).toEqual([
      ['e'],
    ]);
    const posts = [{ label: 'Chair', memberships }];
    expect(served({ persons, organizations: [{ name: 'Senate', posts }] })).toEqual([['e', 'Senate', 'Chair']]);
    expect(served({ persons, posts: [{ ...posts[0], organization_id: 'parl' }] })).toEqual([['e', 'House', 'Chair']]);
  });
});

describe('a member', () => {
  const of = (member: object) => read({ persons: [], memberships: [{ organization_id: 'parl', member }] });

  it('is a person', () => {
    expect(of({ id: 'e', name: 'Eve' }).entries).toMatchObject([{ externalId: 'e', mandates: [{ body: 'House' }] }]);
    expect(of({ '@type': 'Person', id: 'e', name: 'Eve' }).entries).toHaveLength(1);
  });

  it.each([{ id: 'parl' }, { id: 'x', '@type': 'Organization' }, { name: 'A', classification: 'committee' }])(
    'or an organization, which is nobody: %j',
    (member) => {
      expect(of(member)).toMatchObject({ entries: [], refused: [] });
    },
  );
});

it('takes nobody for serving in a term of which nothing is known, unless the membership says when it ends', () => {
  const serving = (membership: object) =>
    read({ persons: [{ id: 'e', name: 'Eve', memberships: [{ organization_id: 'parl', ...membership }] }] });
  expect(serving({ legislative_period_id: 'term/8' }).refused).toEqual([
    { at: 'e', reason: 'serves in the term term/8, which is not in the file' },
  ]);
  expect(serving({ legislative_period_id: 'term/8', end_date: '2020' }).entries[0]?.endedOn).toBe('2020');
});

it('writes to no address before its first day, or after its last', () => {
  const of = (value: string, period: object) => ({ type: 'email', value, ...period });
  const contact_details = [
    of('next@x.example', { valid_from: '2099-01-01' }),
    of('last@x.example', { valid_until: '2020' }),
    of('older@x.example', { valid_through: '2020' }),
    of('now@x.example', { valid_from: '2020', valid_until: '2099' }),
  ];
  const { entries } = read({ persons: [{ id: 'e', name: 'Eve', contact_details }] });
  expect(entries[0]?.channels).toEqual([{ kind: 'email', value: 'now@x.example' }]);
});
