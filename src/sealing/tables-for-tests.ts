import { before, id, now } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';

export const tables: Tables = {
  sealing_keys: {
    possible: { number: 1, key_print: 'one', added_at: now },
    another: { number: 2 },
    impossible: {
      sealing_keys_number_check: { number: 0 },
      sealing_keys_in_order: [
        { active_at: before },
        { active_at: now, resealed_at: before },
        { active_at: now, dropped_at: before },
      ],
      sealing_keys_resealed_at: { resealed_at: now },
      sealing_keys_dropped_at: { dropped_at: now },
    },
    moment: 'added_at',
    says: 'key_print',
    texts: { key_print: 'a print or an example, made by us' },
    order: [['added_at', 'active_at', 'resealed_at', 'dropped_at']],
  },
  found_with: {
    possible: { lookup_print: 'one' },
    impossible: { sealed_with_one_check: { one: false } },
    says: 'lookup_print',
    texts: { lookup_print: 'a print or an example, made by us' },
  },
  processes: {
    possible: { id: id(17), host: 'one', holds: '{1}', seals_with: 1 },
    another: { id: id(117) },
    impossible: { processes_seals_with: { seals_with: 2 }, processes_holds: { holds: '{0,1}' } },
    moment: 'seen_at',
    says: 'host',
    texts: { host: 'what somebody or something is called' },
  },
};
