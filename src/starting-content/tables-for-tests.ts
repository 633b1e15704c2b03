import { before, now, operator, somebody, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { decisions } from './decide.ts';

export const tables: Tables = {
  content_ledger: {
    possible: { room: 'campaigns', unit: 'asks', key: 'one', hash: 'a'.repeat(32), version: '1.0.0' },
    another: { key: 'two' },
    impossible: { content_ledger_hash: [{ hash: 'a' }, { hash: 'A'.repeat(32) }] },
    moment: 'at',
    says: 'version',
    texts: {
      key: 'of a version’s content, which stays when a later version has no such room',
      room: 'of a version’s content, which stays when a later version has no such room',
      unit: 'of a version’s content, which stays when a later version has no such room',
      version: 'of a version’s content, which stays when a later version has no such room',
      hash: 'a print or an example, made by us',
    },
  },
  content_units: {
    possible: { room: 'campaigns', unit: 'asks', digest: 'one' },
    another: { unit: 'texts' },
    moment: 'at',
    says: 'digest',
    texts: {
      room: 'of a version’s content, which stays when a later version has no such room',
      unit: 'of a version’s content, which stays when a later version has no such room',
      digest: 'a print or an example, made by us',
    },
    apart: { unit: 'nothing, of all that a room brings' },
  },
  content_proposals: {
    possible: {
      id: 1,
      room: 'campaigns',
      unit: 'asks',
      key: 'one',
      because: 'edited',
      version: '1.0.0',
      offered_at: now,
    },
    another: { id: 2, key: 'two' },
    impossible: {
      content_proposals_hash: { offered: '{}', hash: 'a' },
      content_proposals_offered: [{ offered: '{}' }, { hash: 'a'.repeat(32) }],
      content_proposals_id: { id: 0 },
      content_proposals_decision: { decision: 'perhaps', decided_at: now, decided_by: somebody },
      content_proposals_decided: [
        { decision: 'kept' },
        { decided_at: now },
        { decided_by: somebody },
        { decision: 'accepted', decided_at: now },
      ],
      content_proposals_decided_by: { decision: 'kept', decided_at: now, decided_by: unknown },
      content_proposals_in_order: { decision: 'kept', decided_at: before, decided_by: somebody },
      content_proposals_waiting: { key: 'one' },
    },
    moment: 'offered_at',
    says: 'because',
    lists: { decision: decisions },
    texts: {
      because: 'of a version’s content, which stays when a later version has no such room',
      key: 'of a version’s content, which stays when a later version has no such room',
      room: 'of a version’s content, which stays when a later version has no such room',
      unit: 'of a version’s content, which stays when a later version has no such room',
      version: 'of a version’s content, which stays when a later version has no such room',
      hash: 'a print or an example, made by us',
    },
    order: [['offered_at', 'decided_at']],
    later: `decision = 'kept', decided_by = '${somebody}'`,
    decided: { row: { decision: 'kept', decided_at: now, decided_by: operator } },
    jsonValues: ['offered'],
  },
};
