import { before, now } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';

export const tables: Tables = {
  backups: {
    possible: { taken_at: now },
    another: { taken_at: before },
    moment: 'taken_at',
  },
};
