import {
  before,
  bytes,
  id,
  nobody,
  now,
  operator,
  person,
  second,
  somebody,
  today,
  unknown,
} from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { langs } from '../config/langs.ts';
import { changeKinds } from './change-queries.ts';
import { purposes } from './passkey-queries.ts';
import { roles } from './roles.ts';
import { stages } from './session-queries.ts';

const many = (count: number) => `{${Array.from({ length: count }, () => `"\\\\x${'e'.repeat(64)}"`).join(',')}}`;

const noAddress = { mailbox: null, address_sealed: null };
const account = {
  actor_id: id(18),
  mailbox: person,
  address_sealed: bytes('e', 40),
  role: 'editor',
  added_by: somebody,
  added_at: now,
};

export const tables: Tables = {
  accounts: {
    possible: account,
    another: { actor_id: somebody, mailbox: nobody },
    besides: [{ ...account, actor_id: id(2), mailbox: second }],
    impossible: {
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
      accounts_languages: [
        { role: 'translator', languages: '{de}' },
        { role: 'translator', languages: '{NULL}' },
      ],
      accounts_translates: [{ role: 'translator' }, { languages: '{fr}' }],
    },
    moment: 'added_at',
    lists: { lang: langs, role: roles },
    texts: { languages: 'languages of ours, which the rule lists' },
    order: [['added_at', 'removed_at']],
    inNoOrder: {
      restored_as_of: 'of a backup, by the clock of then',
      daily_mail_at: 'compared with the mornings on which a mail is due, and with nothing in the row',
    },
    later: `removed_by = '${somebody}'`,
    decided: {
      row: { added_by: operator, removed_at: today, removed_by: operator },
      goes: `UPDATE accounts SET added_at = now() - interval '2 months', removed_at = now() - interval '31 days'`,
    },
  },
  sessions: {
    possible: {
      id: id(33),
      actor_id: id(18),
      token_hash: bytes('a', 32),
      stage: 'signed-in',
      browser: 'firefox linux',
      began_at: now,
      last_used_at: now,
      proved_at: now,
    },
    another: { id: id(133), token_hash: bytes('b', 32) },
    impossible: {
      sessions_account: { actor_id: unknown },
      sessions_token_hash: { token_hash: bytes('e', 31) },
      sessions_stage: { stage: 'guest' },
      sessions_browser: { browser: 'firefox' },
      sessions_in_order: [{ last_used_at: before }, { proved_at: before }],
      sessions_once: { token_hash: bytes('a', 32) },
    },
    moment: 'proved_at',
    lists: { stage: stages },
    texts: { browser: 'what somebody or something is called' },
    order: [
      ['began_at', 'last_used_at'],
      ['began_at', 'proved_at'],
    ],
  },
  mailed_codes: {
    possible: { id: id(34), browser_hash: bytes('a', 32), mailbox: person, asked_at: now },
    another: { id: id(134) },
    impossible: {
      mailed_codes_browser_hash: { browser_hash: bytes('e', 31) },
      mailed_codes_mailbox: { mailbox: bytes('e', 15) },
      mailed_codes_code_hash: { code_hash: bytes('e', 31) },
      mailed_codes_tries: [{ tries: 6 }, { tries: -1 }],
    },
    moment: 'asked_at',
  },
  account_links: {
    possible: { token_hash: bytes('a', 32), actor_id: id(18), created_at: now, ends_at: now },
    another: { token_hash: bytes('b', 32) },
    impossible: {
      account_links_token_hash: { token_hash: bytes('e', 31) },
      account_links_account: { actor_id: unknown },
      account_links_recovers: { actor_id: null, recovers: true },
    },
    moment: 'created_at',
    inNoOrder: { ends_at: 'a plan', created_at: 'what was made may be planned to end' },
  },
  account_changes: {
    possible: {
      actor_id: id(18),
      kind: 'address',
      asked_at: now,
      due_at: now,
      stop_hash: bytes('a', 32),
      confirm_hash: bytes('c', 32),
      mailbox: person,
      address_sealed: bytes('e', 40),
    },
    another: { actor_id: id(2), stop_hash: bytes('b', 32), confirm_hash: bytes('d', 32) },
    impossible: {
      account_changes_account: { actor_id: unknown },
      account_changes_kind: { kind: 'name', ...noAddress, confirm_hash: null },
      account_changes_stop_hash: { stop_hash: bytes('e', 31) },
      account_changes_confirm_hash: { confirm_hash: bytes('e', 31) },
      account_changes_confirmed: [
        { kind: 'recovery', ...noAddress },
        { kind: 'recovery', ...noAddress, confirm_hash: null, confirmed_at: now },
      ],
      account_changes_mailbox: { mailbox: bytes('e', 15) },
      account_changes_address_sealed: { address_sealed: bytes('e', 29) },
      account_changes_address: [{ mailbox: null }, { address_sealed: null }],
      account_changes_in_order: { confirmed_at: before },
      account_changes_stopped_once: { stop_hash: bytes('a', 32) },
      account_changes_confirmed_once: { confirm_hash: bytes('c', 32) },
    },
    moment: 'due_at',
    lists: { kind: changeKinds },
    order: [['asked_at', 'confirmed_at']],
    inNoOrder: { due_at: 'a plan' },
  },
  unsent_forms: {
    possible: { id: id(36), actor_id: id(18), path: '/people', fields_sealed: bytes('e', 40), sent_at: now },
    another: { id: id(136) },
    impossible: {
      unsent_forms_account: { actor_id: unknown },
      unsent_forms_path: [{ path: 'people' }, { path: '/people?page=2' }, { path: `/${'p'.repeat(500)}` }],
      unsent_forms_fields_sealed: [{ fields_sealed: bytes('e', 29) }, { fields_sealed: bytes('e', 600_001) }],
    },
    moment: 'sent_at',
    texts: { path: 'an address, or what it ends in' },
  },
  opened_pages: {
    possible: { path: '/people', actor_id: id(18), seen_at: now },
    another: { path: '/people/other' },
    impossible: {
      opened_pages_account: { actor_id: unknown },
      opened_pages_path: [{ path: 'people' }, { path: '/people?page=2' }, { path: `/${'p'.repeat(500)}` }],
    },
    moment: 'seen_at',
    texts: { path: 'an address, or what it ends in' },
  },
  working_copies: {
    possible: {
      ...{ id: id(37), actor_id: id(18), path: '/people', version: '0123456789abcdef', number: 1 },
      ...{ fields_sealed: bytes('e', 40), typed_at: now },
    },
    another: { id: id(137), path: '/people/other' },
    impossible: {
      working_copies_account: { actor_id: unknown },
      working_copies_path: [{ path: 'people' }, { path: '/people?page=2' }, { path: `/${'p'.repeat(500)}` }],
      working_copies_version: [{ version: '7' }, { version: 'version 01234567' }],
      working_copies_number: { number: 0 },
      working_copies_fields_sealed: [{ fields_sealed: bytes('e', 29) }, { fields_sealed: bytes('e', 600_001) }],
      working_copies_one: { path: '/people' },
    },
    moment: 'typed_at',
    texts: { path: 'an address, or what it ends in', version: 'a hash' },
  },
  passkeys: {
    possible: {
      id: id(35),
      actor_id: id(18),
      credential_id: bytes('a', 16),
      public_key: bytes('e', 77),
      rp_id: 'justice.example',
      name: 'A phone',
      added_at: now,
    },
    another: { id: id(135), credential_id: bytes('b', 16) },
    impossible: {
      passkeys_account: { actor_id: unknown },
      passkeys_credential_id: [{ credential_id: '\\x' }, { credential_id: bytes('e', 1_024) }],
      passkeys_public_key: [{ public_key: bytes('e', 31) }, { public_key: bytes('e', 4_097) }],
      passkeys_rp_id: [{ rp_id: 'https://justice.example' }, { rp_id: '' }],
      passkeys_name: [{ name: ' ' }, { name: 'n'.repeat(81) }],
      passkeys_counter: [{ counter: -1 }, { counter: 4_294_967_296 }],
      passkeys_in_order: { last_used_at: before },
      passkeys_once: { credential_id: bytes('a', 16) },
    },
    moment: 'last_used_at',
    texts: { name: 'what somebody or something is called', rp_id: 'an address, or what it ends in' },
    order: [['added_at', 'last_used_at']],
  },
  passkey_challenges: {
    possible: {
      challenge_hash: bytes('a', 32),
      browser_hash: bytes('a', 32),
      purpose: 'prove',
      actor_id: id(18),
      asked_at: now,
    },
    another: { challenge_hash: bytes('b', 32) },
    impossible: {
      passkey_challenges_challenge_hash: { challenge_hash: bytes('e', 31) },
      passkey_challenges_browser_hash: { browser_hash: bytes('e', 31) },
      passkey_challenges_purpose: { purpose: 'look', actor_id: id(18) },
      passkey_challenges_account: { actor_id: unknown },
      passkey_challenges_actor_id: [{ actor_id: null }, { purpose: 'sign-in' }],
    },
    moment: 'asked_at',
    lists: { purpose: purposes },
  },
};
