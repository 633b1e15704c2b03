import { id } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';

export const tables: Tables = {
  actors: {
    possible: { id: id(18), kind: 'operator', name: 'Nadia O.' },
    another: { id: id(118), name: 'Another' },
    impossible: { actors_kind: { kind: 'bot' } },
    moment: 'since',
    says: 'name',
    listsWithMore: { kind: ['system', 'addressee', 'unknown', 'operator', 'staff'] },
    texts: { name: 'what somebody or something is called' },
  },
};
