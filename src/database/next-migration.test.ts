import { expect, it } from 'vitest';
import { nextMigration } from './next-migration.ts';

const there = ['001-one.sql', '009-nine.sql', '012-twelve.sql', 'README.md'];

it('a new migration comes after all others', () => {
  expect(nextMigration(there, 'letters-have-a-seal')).toBe('013-letters-have-a-seal.sql');
  expect(nextMigration([], 'first')).toBe('001-first.sql');
});

it.each(['', 'Two', 'two words', '-two', 'two-', 'two--three', '../two', 'zwölf', 'x'.repeat(61), 'nine'])(
  'is told in one line what is no name: %j',
  (name) => expect(() => nextMigration(there, name)).toThrow(/^NAME: .+$/),
);
