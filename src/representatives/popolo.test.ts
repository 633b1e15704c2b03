import { describe, expect, it } from 'vitest';
import { NotPopoloError, readPopolo } from './popolo.ts';

const day = '2026-11-24';
const organizations = [
  { id: 'parl', name: 'House', classification: 'legislature' },
  { id: 'p1', name: 'Green Party', classification: 'political party' },
];
const member = { person_id: 'a', organization_id: 'parl', start_date: '2024' };
const read = (file: object) => readPopolo(JSON.stringify({ organizations, memberships: [member], ...file }), day);
const named = (person: object) => read({ persons: [{ id: 'a', ...person }] }).entries[0]?.name;

describe('what stands inside of something else', () => {
  const ada = { id: 'a', name: 'Ada One' };
  const inHouse = { role: null, body: 'House', current: true };

  it.each([
    [
      'memberships in a person',
      { persons: [{ ...ada, memberships: [{ organization_id: 'parl' }] }], memberships: undefined },
    ],
    [
      'memberships in an organization',
      { persons: [ada], memberships: [], organizations: [{ ...organizations[0], memberships: [{ person_id: 'a' }] }] },
    ],
    [
      'memberships in a post',
      {
        persons: [ada],
        memberships: [],
        posts: [{ id: 'seat', organization_id: 'parl', memberships: [{ person_id: 'a' }] }],
      },
    ],
    [
      'a post in an organization',
      {
        persons: [ada],
        memberships: [{ person_id: 'a', post_id: 9 }],
        organizations: [{ ...organizations[0], posts: [{ id: 9, role: 'member' }] }],
      },
    ],
    [
      'memberships in a post in an organization',
      {
        persons: [ada],
        memberships: [],
        organizations: [{ ...organizations[0], posts: [{ memberships: [{ person_id: 'a' }] }] }],
      },
    ],
    [
      'an organization in a membership',
      { persons: [ada], organizations: [], memberships: [{ person_id: 'a', organization: organizations[0] }] },
    ],
    [
      'an organization in a post in a membership',
      {
        persons: [ada],
        organizations: [],
        memberships: [{ person_id: 'a', post: { organization: organizations[0] } }],
      },
    ],
    ['a person in a membership', { persons: [], memberships: [{ organization_id: 'parl', person: ada }] }],
  ])('is read: %s', (_, file) => {
    expect(read(file)).toMatchObject({
      refused: [],
      entries: [{ externalId: 'a', endedOn: null, mandates: [inHouse] }],
    });
  });

  it('is read: parties, areas and terms', () => {
    const membership = {
      ...{ person_id: 'a', organization_id: 'parl', on_behalf_of: organizations[1], area: { name: 'Somewhere' } },
      ...{ legislative_period: { id: 't', name: '9th', start_date: '2020', end_date: '2030' } },
    };
    const [entry] = read({ persons: [ada], memberships: [membership] }).entries;
    expect(entry?.mandates).toMatchObject([
      { party: 'Green Party', area: 'Somewhere', term: '9th', started_on: '2020', ended_on: '2030', current: true },
    ]);
  });
});

describe('a name', () => {
  it.each([
    [{ name: 'Ada One', given_name: 'X' }, 'Ada One'],
    [{ given_name: 'Ada', family_name: 'One' }, 'Ada One'],
    [{ name: '\u200b', given_name: 'Ada', additional_name: 'B.', family_name: 'One' }, 'Ada B. One'],
    [{ given_name: 'Ada', patronymic_name: 'Petrovna', family_name: 'One' }, 'Ada Petrovna One'],
    [{ honorific_prefix: 'Dr', given_name: 'Ada', family_name: 'One', honorific_suffix: 'MP' }, 'Dr Ada One MP'],
    [
      {
        other_names: [
          { note: 'Alternate', name: 'A. One' },
          { note: 'Main', given_name: 'Ada', family_name: 'One' },
        ],
      },
      'Ada One',
    ],
    [
      {
        other_names: [
          { name: 'Ada One', start_date: '2000' },
          { name: 'Ada Two', start_date: '2020' },
          { name: 'Ada Three', start_date: '2030' },
        ],
      },
      'Ada Two',
    ],
    [
      {
        other_names: [
          { note: 'Main', name: 'Ada One', end_date: '2019' },
          { note: 'Main', name: 'Ada Two', start_date: '2019' },
        ],
      },
      'Ada Two',
    ],
    [{ other_names: [{ note: 'Main', lordname: 'X', honorific_prefix: 'Lord', lordofname: 'Y' }] }, 'Lord X of Y'],
    [{ other_names: [{ note: 'Main', honorific_prefix: 'The Bishop', lordofname: 'Y' }] }, 'The Bishop of Y'],
  ])('%j is %j', (person, name) => {
    expect(named(person)).toBe(name);
  });

  it.each([
    [{}],
    [{ name: '\u3164' }],
    [{ honorific_prefix: 'Dr' }],
    [{ name: 'Ada \ufffd' }],
    [{ name: 'ada@parl.example' }],
    [{ name: 'a'.repeat(201) }],
  ])('%j has none', (person) => {
    expect(read({ persons: [{ id: 'a', ...person }] })).toMatchObject({ entries: [], refused: [{ at: 'a' }] });
  });
});

describe('ways to reach somebody', () => {
  it('are of any case, numbers too; none of a desk that was left, or that no longer holds', () => {
    const contact_details = [
      { type: 'E-Mail', value: 'Ada <ada@parl.example>' },
      { type: 'Phone', value: 123456 },
      { type: 'fax', value: '1' },
      { type: 'email', value: 'old@parl.example', valid_until: '2020' },
      { type: 'email', value: null },
      { value: 'x' },
    ];
    const left = {
      person_id: 'a',
      organization_id: 'parl',
      end_date: '2020',
      contact_details: [{ type: 'email', value: 'desk@parl.example' }],
    };
    const [entry] = read({ persons: [{ id: 'a', name: 'A', contact_details }], memberships: [member, left] }).entries;
    expect(entry?.channels).toEqual([
      { kind: 'email', value: 'ada@parl.example' },
      { kind: 'phone', value: '123456' },
    ]);
  });
});

describe('numbers as ids', () => {
  it('are taken for texts, in every place', () => {
    const file = {
      persons: [{ id: 7, name: 'A' }],
      organizations: [{ id: 1, name: 'House' }],
      memberships: [{ person_id: '7', organization_id: 1 }],
    };
    expect(read(file)).toMatchObject({ entries: [{ externalId: '7', mandates: [{ body: 'House' }] }], refused: [] });
  });
});

describe('what can’t be taken', () => {
  it('is told by id and reason, all of it', () => {
    const persons = [
      { id: 'a', name: '', email: 'x', death_date: '2024-02-30' },
      ...[
        null,
        7,
        'x',
        [],
        true,
        { id: {} },
        { id: true, name: 'T' },
        { id: '' },
        { id: 'b\u0000', name: 'B' },
        { id: '\ud800', name: 'C' },
        { id: 'n', name: 7 },
      ],
    ];
    const { entries, refused } = read({ persons, memberships: [] });
    expect(entries).toEqual([]);
    expect(refused.map(({ at }) => at)).toEqual([
      'a',
      ...Array.from({ length: 10 }, (_, at) => `persons[${at + 1}]`),
      'n',
    ]);
    expect(refused[0]?.reason).toBe(
      'has no name; not a date: 2024-02-30 (there is no such day); not an e-mail address: x',
    );
    expect(
      refused.every(({ reason }) => reason.length > 3 && reason.length < 400 && !/\n|undefined/.test(reason)),
    ).toBe(true);
  });

  it.each([
    ['a membership of nothing in the file', { ...member, organization_id: 'gone' }],
    ['a post that is not in the file', { person_id: 'a', post_id: 'gone' }],
    ['a day that does not exist', { ...member, end_date: '2027-02-31' }],
    ['a term that ends before it begins', { ...member, start_date: '2024-05-17', end_date: '2024-05-16' }],
    ['an hour that does not exist', { ...member, end_date: '2027-02-28T25:00:00Z' }],
    ['a date that is a number', { ...member, start_date: 2024 }],
    ['an organization that is a text', { person_id: 'a', organization: 'House' }],
  ])('refuses its person, who would else seem to have left: %s', (_, membership) => {
    const { entries, refused, meant } = read({ persons: [{ id: 'a', name: 'Ada' }], memberships: [membership] });
    expect([entries, refused.map(({ at }) => at), meant]).toEqual([[], ['a'], [{ externalId: 'a', name: 'Ada' }]]);
  });

  it.each([
    ['memberships', [null]],
    ['memberships', [{ organization_id: 'parl' }]],
    ['memberships', [{ person_id: {}, organization_id: 'parl' }]],
    ['organizations', [7, ...organizations]],
    ['posts', [{ id: [] }]],
    ['areas', ['x']],
    ['events', [{ id: 't', start_date: 5 }]],
  ])('may be anybody’s where it is nobody’s: %s %j', (list, items) => {
    const { refused, meant } = read({ persons: [{ id: 'a', name: 'Ada' }], [list]: items });
    expect(refused[0]?.at).toBe(`${list}[0]`);
    expect(meant).toEqual([{ membership: true }]);
  });
});

describe('a file that is none', () => {
  it.each([
    ...[
      '',
      ' ',
      '[]',
      'null',
      '7',
      '"x"',
      '{}',
      '{"persons": null}',
      '{"persons": {}}',
      '{"persons": [], "memberships": "x"}',
      '{"persons": [',
      '<html>',
      '\u0000',
    ],
    ...[
      '{"type":"FeatureCollection","features":[]}',
      '{"persons": [], "organizations": {"a": 1}}',
      '['.repeat(100_000),
    ],
  ])('is refused in a line: %j', (text) => {
    expect(() => readPopolo(text, day)).toThrow(NotPopoloError);
    expect(() => readPopolo(text, day)).toThrow(/^.{5,300}$/);
  });

  it('does no harm by its keys', () => {
    const text = `{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}},
      "persons": [{"id": "__proto__", "name": "P", "__proto__": {"name": "Q"}},
      {"id": "constructor", "name": "C"}], "memberships": [{"person_id": "__proto__", "organization_id": "toString"}],
      "organizations": [{"id": "toString", "name": "H"}]}`;
    const { entries } = readPopolo(text, day);
    expect(entries.map(({ externalId, name, mandates }) => [externalId, name, mandates.length])).toEqual([
      ['__proto__', 'P', 1],
      ['constructor', 'C', 0],
    ]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('does no harm by its depth or its length', () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    expect(
      readPopolo(
        `{"persons": [{"id": "a", "name": "A", "x": ${deep}}], "areas": [{"id": "x", "geometry": ${deep}}]}`,
        day,
      ).entries,
    ).toHaveLength(1);
    const persons = Array.from({ length: 20_000 }, (_, at) => ({ id: at, name: `P${at}` }));
    const memberships = Array.from({ length: 40_000 }, (_, at) => ({
      person_id: at < 20_000 ? 0 : at - 20_000,
      organization_id: 'parl',
    }));
    const before = performance.now();
    expect(read({ persons, memberships }).entries).toHaveLength(20_000);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
