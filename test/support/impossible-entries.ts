import { type Row, somebody, unknown } from './possible-rows.ts';

/** By the rule of the audit that refuses them. */
export const impossibleEntries: Readonly<Record<string, Row | readonly Row[]>> = {
  audit_entries_after: [{ after: '[]' }, { after: JSON.stringify({ long: 'x'.repeat(100_000) }) }],
  audit_entries_before: [{ before: '"x"' }, { before: JSON.stringify({ long: 'x'.repeat(100_000) }) }],
  audit_entries_item: { item: 'x'.repeat(401) },
  audit_entries_item_kind: { item_kind: 'Campaign one' },
  audit_entries_made_by: { made_by: unknown },
  audit_entries_of_person: { made_by: somebody },
  audit_entries_operation: [{ operation: 'hide' }, { operation: 'Campaigns.hide' }, { operation: 'campaigns.' }],
};
