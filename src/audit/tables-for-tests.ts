import { id, now, somebody, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';

export const tables: Tables = {
  audit_entries: {
    possible: {
      id: id(30),
      made_at: now,
      made_by: id(18),
      operation: 'campaigns.set',
      item_kind: 'campaign',
      item: 'one',
      because: 'asked',
      made_from: 'office firefox linux',
      before: '{"position":null}',
      after: '{"position":2}',
    },
    another: { id: id(130) },
    impossible: {
      audit_entries_after: [{ after: '[]' }, { after: JSON.stringify({ long: 'x'.repeat(100_000) }) }],
      audit_entries_before: [{ before: '"x"' }, { before: JSON.stringify({ long: 'x'.repeat(100_000) }) }],
      audit_entries_item: { item: 'x'.repeat(401) },
      audit_entries_item_kind: { item_kind: 'Campaign one' },
      audit_entries_made_from: [{ made_from: 'office' }, { made_from: 'office 192.0.2.1 linux' }],
      audit_entries_made_by: { made_by: unknown },
      audit_entries_of_person: { made_by: somebody },
      audit_entries_operation: [{ operation: 'hide' }, { operation: 'Campaigns.hide' }, { operation: 'campaigns.' }],
    },
    moment: 'made_at',
    says: 'because',
    texts: {
      item: 'what somebody or something is called',
      made_from: 'what somebody or something is called',
      because: 'somebody’s own words, for whoever asks later',
      item_kind:
        'of a version of the program, whose names change: a migration, a rule, a table, what was done, the tags of pages',
      operation:
        'of a version of the program, whose names change: a migration, a rule, a table, what was done, the tags of pages',
    },
  },
};
