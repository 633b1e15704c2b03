import { expect, it } from 'vitest';
import { type Deed, deeds, isRole, mayDo, type Role, roles } from './roles.ts';

/** The whole table as somebody decides it, beside the one that the program reads. */
const table: Readonly<Record<Role, readonly Deed[]>> = {
  administrator: deeds,
  editor: ['content.decide', 'publications.change'],
  translator: [],
  moderator: ['letters.decide', 'representatives.resume', 'requests.settle'],
  campaigner: ['campaigns.change', 'campaigns.import', 'representatives.import', 'risks.judge'],
  'record-keeper': ['record.import', 'states.import'],
  reader: [],
};

const all = roles.flatMap((role) => deeds.map((deed) => ({ role, deed, may: table[role].includes(deed) })));

it.each(all)('$role, $deed: $may', ({ role, deed, may }) => {
  expect(mayDo(role, deed)).toBe(may);
});

it('has every deed in it once for each role, and somebody else for all that needs no administrator', () => {
  expect(all).toHaveLength(roles.length * deeds.length);
  const administratorsAlone = deeds.filter(
    (deed) => !roles.some((role) => role !== 'administrator' && mayDo(role, deed)),
  );
  expect(administratorsAlone).toEqual(['accounts.change', 'controllers.change', 'demonstration.remove', 'keys.change']);
});

it.each(['', 'Administrator', 'constructor', undefined])('knows no role %j', (typed) => {
  expect(isRole(typed)).toBe(false);
});
