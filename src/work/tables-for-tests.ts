import { id } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';

export const tables: Tables = {
  row_checks: {
    possible: { rule: 'letters_representative', found: 0 },
    another: { rule: 'letters_ask_of_campaign' },
    impossible: { row_checks_found: { found: -1 } },
    moment: 'checked_at',
    says: 'rule',
    texts: {
      rule: 'of a version of the program, whose names change: a migration, a rule, a table, what was done, the tags of pages',
      example: 'a print or an example, made by us',
    },
  },
  set_aside: {
    possible: { id: id(30), from_table: 'mandates', refused_by: 'mandates_in_order', contents: '{}' },
    another: { id: id(130) },
    impossible: { set_aside_contents: { contents: '[]' } },
    moment: 'set_aside_at',
    says: 'from_table',
    texts: {
      from_table:
        'of a version of the program, whose names change: a migration, a rule, a table, what was done, the tags of pages',
      refused_by:
        'of a version of the program, whose names change: a migration, a rule, a table, what was done, the tags of pages',
    },
  },
};
