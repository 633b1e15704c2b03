import { before, bytes, now, person, type Row, somebody, unknown } from './possible-rows.ts';

const many = (count: number) => `{${Array.from({ length: count }, () => `"\\\\x${'e'.repeat(64)}"`).join(',')}}`;

/** By the rule of accounts that refuses them. */
export const impossibleAccounts: Readonly<Record<string, Row | readonly Row[]>> = {
  accounts_actor: { actor_id: unknown },
  accounts_added_by: { added_by: unknown },
  accounts_address_sealed: { address_sealed: bytes('e', 29) },
  accounts_in_order: { removed_at: before, removed_by: somebody },
  accounts_mailbox: { mailbox: bytes('e', 15) },
  accounts_once: { mailbox: person },
  accounts_removed: { removed_at: now },
  accounts_removed_by: { removed_at: now, removed_by: unknown },
  accounts_role: { role: 'emperor' },
  accounts_lang: { lang: 'de' },
  accounts_totp_sealed: { totp_sealed: bytes('e', 29) },
  accounts_totp_step: { totp_step: -1 },
  accounts_totp_wrong_at: { totp_wrong_at: `{${Array(6).fill(now).join(',')}}` },
  accounts_recovery_codes: { recovery_codes: many(11) },
  accounts_browsers: { browsers: many(21) },
  sessions_account: { actor_id: unknown },
  sessions_token_hash: { token_hash: bytes('e', 31) },
  sessions_stage: { stage: 'guest' },
  sessions_browser: { browser: 'firefox' },
  sessions_in_order: [{ last_used_at: before }, { proved_at: before }],
  sessions_once: { token_hash: bytes('a', 32) },
  mailed_codes_browser_hash: { browser_hash: bytes('e', 31) },
  mailed_codes_mailbox: { mailbox: bytes('e', 15) },
  mailed_codes_code_hash: { code_hash: bytes('e', 31) },
  mailed_codes_tries: [{ tries: 6 }, { tries: -1 }],
  account_links_token_hash: { token_hash: bytes('e', 31) },
  account_links_account: { actor_id: unknown },
};
