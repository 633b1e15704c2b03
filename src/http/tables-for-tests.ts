import { id, nobody, now, person } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';

export const tables: Tables = {
  spent_proofs: {
    possible: { hash: person, until: now },
    another: { hash: nobody },
    impossible: { spent_proofs_hash_check: { hash: '\\x01' } },
    moment: 'until',
  },
  page_removals: {
    possible: { id: id(16), tags: '{news}' },
    another: { id: id(116) },
    impossible: {
      page_removals_tags_check: { tags: '{}' },
      page_removals_tags: [{ tags: '{NULL}' }, { tags: '{" "}' }],
    },
    moment: 'removed_at',
    texts: {
      tags: 'of a version of the program, whose names change: a migration, a rule, a table, what was done, the tags of pages',
    },
  },
};
