import type { Tables } from '../../test/support/tables.ts';

export const tables: Tables = {
  migrations: {
    possible: { name: '999-to-come.sql' },
    another: { name: '999-after-that.sql' },
    moment: 'applied_at',
    says: 'name',
    texts: {
      name: 'of a version of the program, whose names change: a migration, a rule, a table, what was done, the tags of pages',
    },
  },
};
