import { before, bytes, now, person, type Row, somebody, unknown } from './possible-rows.ts';

/** By the rule of accounts that refuses them. */
export const impossibleAccounts: Readonly<Record<string, Row>> = {
  accounts_actor: { actor_id: unknown },
  accounts_added_by: { added_by: unknown },
  accounts_address_sealed: { address_sealed: bytes('e', 29) },
  accounts_in_order: { removed_at: before, removed_by: somebody },
  accounts_mailbox: { mailbox: bytes('e', 15) },
  accounts_once: { mailbox: person },
  accounts_removed: { removed_at: now },
  accounts_removed_by: { removed_at: now, removed_by: unknown },
  accounts_role: { role: 'emperor' },
};
