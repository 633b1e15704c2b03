import { before, id, now, operator, somebody, today, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { draftKinds } from './facts-queries.ts';
import { datasetNames } from './shapes.ts';

export const tables: Tables = {
  revisions: {
    possible: { id: 1, dataset: 'states', made_by: somebody, why: 'a correction' },
    another: { id: 3 },
    besides: [{ id: 2, dataset: 'states', made_by: somebody, why: 'another' }],
    impossible: {
      revisions_id: { id: 0 },
      revisions_dataset_check: { dataset: 'maps' },
      revisions_made_by: { made_by: unknown },
    },
    moment: 'at',
    says: 'why',
    lists: { dataset: datasetNames },
    texts: { why: 'somebody’s own words, for whoever asks later' },
    decided: { row: { made_by: operator }, where: 'id = 2' },
  },
  facts: {
    possible: { dataset: 'states', file: 'acts', key: 'one', since: 1, position: 0, fields: '{}' },
    another: { key: 'two' },
    impossible: {
      facts_since: { since: 9 },
      facts_until: { until: 9 },
      facts_ends_later: { until: 1 },
      facts_fields: { fields: '[]' },
      facts_position: { position: -1 },
      facts_standing: { key: 'one', since: 2 },
    },
    says: 'file',
    texts: {
      file: 'of the record: a file or an act of some version of it, which stays when a later version has no such file',
      key: 'of the record: a file or an act of some version of it, which stays when a later version has no such file',
    },
  },
  drafts: {
    possible: { id: id(7), revision: 1, kind: 'asks', content: '{}', created_at: now },
    another: { id: id(107) },
    impossible: {
      drafts_revision_fkey: { revision: 9 },
      drafts_kind_check: { kind: 'letter' },
      drafts_content: { content: '[]' },
      drafts_in_order: { settled_at: before, settled_by: somebody },
      drafts_settled: { settled_at: now },
      drafts_settled_by_fkey: { settled_at: now, settled_by: unknown },
    },
    moment: 'created_at',
    lists: { kind: draftKinds },
    order: [['created_at', 'settled_at']],
    later: `settled_by = '${somebody}'`,
    decided: { row: { settled_at: today, settled_by: operator } },
  },
};
