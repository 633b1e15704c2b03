import { expect, it } from 'vitest';
import { type Act, acts, isRole, mayAct, type Role, roles } from './roles.ts';

/** The whole table as somebody decides it, beside the one that the program reads. */
const table: Readonly<Record<Role, readonly Act[]>> = {
  administrator: acts,
  editor: ['content.decide', 'publications.change'],
  moderator: ['letters.decide', 'representatives.resume', 'requests.settle'],
  campaigner: ['campaigns.change', 'campaigns.import', 'representatives.import', 'risks.judge'],
  'record-keeper': ['record.import', 'states.import'],
  reader: [],
};

const all = roles.flatMap((role) => acts.map((act) => ({ role, act, may: table[role].includes(act) })));

it.each(all)('$role, $act: $may', ({ role, act, may }) => {
  expect(mayAct(role, act)).toBe(may);
});

it('has every act in it once for each role, and somebody else for all that needs no administrator', () => {
  expect(all).toHaveLength(roles.length * acts.length);
  const administratorsAlone = acts.filter(
    (act) => !roles.some((role) => role !== 'administrator' && mayAct(role, act)),
  );
  expect(administratorsAlone).toEqual(['accounts.change', 'controllers.change', 'demonstration.remove', 'keys.change']);
});

it.each(['', 'Administrator', 'constructor', undefined])('knows no role %j', (typed) => {
  expect(isRole(typed)).toBe(false);
});
