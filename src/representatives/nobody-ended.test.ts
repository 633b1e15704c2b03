import { expect, it } from 'vitest';
import { fingerprintOf } from './entry.ts';
import { planPeople } from './import-plan.ts';
import { NotPopoloError, readPopolo } from './popolo.ts';

const day = '2026-11-24';
const ids = ['a', 'b', 'c'];
const serving = (membership: (id: string) => object) => ids.map((id) => ({ ...membership(id), start_date: '2024' }));
const persons = ids.map((id) => ({ id, name: `${id.toUpperCase()} One`, email: `${id}@x.example` }));
const house = { id: 'h', name: 'House', classification: 'legislature' };

/** One house, said in each of the shapes that Popolo has for it. */
const shapes: Readonly<Record<string, object>> = {
  'memberships by themselves': {
    ...{ persons, organizations: [house] },
    memberships: serving((id) => ({ person_id: id, organization_id: 'h' })),
  },
  'memberships in persons': {
    persons: persons.map((one) => ({ ...one, memberships: [{ organization_id: 'h', start_date: '2024' }] })),
    organizations: [house],
  },
  'memberships in persons, of whom none has an id': {
    persons: persons.map(({ id: _, ...one }) => ({ ...one, memberships: [{ organization: house }] })),
  },
  'memberships in an organization': {
    ...{ persons, organizations: [{ ...house, memberships: serving((id) => ({ person_id: id })) }] },
  },
  'memberships in a post, of persons in them': {
    ...{ persons, organizations: [house] },
    posts: [{ id: 's', organization_id: 'h', memberships: serving((id) => ({ person: { id } })) }],
  },
  'terms as events': {
    ...{ persons, organizations: [house], events: [{ id: 't', start_date: '2024', end_date: '2030' }] },
    memberships: ids.map((id) => ({ person_id: id, organization_id: 'h', legislative_period_id: 't' })),
  },
};

const nothings = [null, 5, 'x', []];
const wrong: Readonly<Record<string, readonly unknown[]>> = {
  id: [null, '', {}, true],
  name: [5, {}, '\u200b', '', null, 'a@b.example', 'x'.repeat(300)],
  email: ['no', 5, ['a@b.example'], 'a@b', 'x'.repeat(3_000)],
  memberships: [5, {}, 'x', [null], [5], [{}]],
  person_id: [null, '', {}, 'z', 5],
  person: [null, {}, 5, { id: null }, { id: 'z' }],
  organization_id: ['nowhere', {}, null],
  classification: [5, {}],
  start_date: ['2024-02-30', {}, 5, 'soon'],
  end_date: ['2030-02-31', {}],
  legislative_period_id: ['nowhere', {}],
};

/** Every file that differs from one in one place, where something stands that can't be, with what was done to it. */
function* damaged(file: unknown): Generator<readonly [string, unknown]> {
  if (typeof file !== 'object' || file === null) return;
  for (const [key, value] of Object.entries(file)) {
    const copy = (inside: unknown) =>
      Array.isArray(file) ? file.with(Number(key), inside) : { ...file, [key]: inside };
    for (const bad of Array.isArray(file) ? nothings : (wrong[key] ?? []))
      yield [`${key} = ${JSON.stringify(bad)}`, copy(bad)];
    for (const [done, inside] of damaged(value)) yield [`${key}.${done}`, copy(inside)];
  }
}

function leaving(before: string, after: string): string[] {
  const known = readPopolo(before, day).entries.map((entry) => ({
    ...{ id: entry.externalId, external_id: entry.externalId, name: entry.name, ended_on: entry.endedOn },
    fingerprint: fingerprintOf(entry),
  }));
  const reading = readPopolo(after, day);
  const { ended, changed } = planPeople(known, reading.entries, reading);
  return [...ended.map(({ id }) => id), ...changed.filter(({ entry }) => entry.endedOn !== null).map(({ id }) => id)];
}

it.each(Object.entries(shapes))('nobody is ended, whatever of a file can’t be read: %s', (_, shape) => {
  const file = JSON.stringify(shape);
  expect(leaving(file, file)).toEqual([]);
  const all = [...damaged(shape)];
  expect(all.length).toBeGreaterThan(80);
  const ending = all.filter(([, after]) => {
    try {
      return leaving(file, JSON.stringify(after)).length > 0;
    } catch (error) {
      if (error instanceof NotPopoloError) return false;
      throw error;
    }
  });
  expect(ending.map(([done]) => done)).toEqual([]);
});

it('who is not in a file that is read whole has left', () => {
  const shape = shapes['memberships by themselves'] as { persons: object[]; memberships: object[] };
  const without = { ...shape, persons: shape.persons.slice(1), memberships: shape.memberships.slice(1) };
  expect(leaving(JSON.stringify(shape), JSON.stringify(without))).toEqual(['a']);
  const unseated = { ...shape, memberships: shape.memberships.slice(1) };
  expect(leaving(JSON.stringify(shape), JSON.stringify(unseated))).toEqual(['a']);
});
