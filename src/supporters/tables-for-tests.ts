import { before, bytes, id, now, operator, somebody, today, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { erasureStates, proofs } from './erasure-queries.ts';

const decided = { about: null, reason: null, decided_by: somebody, decided_at: now };

export const tables: Tables = {
  erasures: {
    possible: {
      id: id(60),
      about: bytes('7', 16),
      proof: 'known',
      reason: 'Wrote to us by post',
      requested_by: somebody,
      requested_at: now,
    },
    another: { id: id(160), about: bytes('8', 16) },
    impossible: {
      erasures_about: { about: bytes('8', 15) },
      erasures_proof: { proof: 'word' },
      erasures_state: { ...decided, state: 'perhaps' },
      erasures_requested_by: { requested_by: unknown },
      erasures_decided_by: { ...decided, state: 'refused', decided_by: unknown },
      erasures_waiting: [
        { about: null },
        { reason: null },
        { decided_by: somebody, decided_at: now },
        { ...decided, state: 'refused', about: bytes('8', 16) },
        { ...decided, state: 'refused', reason: 'still there' },
        { ...decided, state: 'refused', decided_by: null },
      ],
      erasures_two_people: { ...decided, state: 'confirmed' },
      erasures_in_order: { ...decided, state: 'refused', decided_at: before },
      erasures_once: { about: bytes('7', 16) },
    },
    moment: 'requested_at',
    says: 'reason',
    lists: { proof: proofs, state: erasureStates },
    texts: { reason: 'somebody’s own words, for whoever asks later' },
    order: [['requested_at', 'decided_at']],
    later: `state = 'refused', about = NULL, reason = NULL, decided_by = '${somebody}'`,
    decided: {
      row: { ...decided, state: 'refused', decided_by: operator, decided_at: today },
      goes: `UPDATE erasures SET requested_at = now() - interval '2 months', decided_at = now() - interval '31 days'`,
    },
  },
};
