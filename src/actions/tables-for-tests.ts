import { before, bytes, id, nobody, now, person, second, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { langs } from '../config/langs.ts';
import { rooms } from '../rooms.ts';
import { actionStates } from './action.ts';
import { mailLimits } from './mail-allowance.ts';
import { mailStates } from './outgoing-queries.ts';

const kinds = rooms.flatMap(({ actionKinds = [] }) => actionKinds.map(({ kind }) => kind));

export const tables: Tables = {
  supporters: {
    possible: { key: person, created_at: now, last_act_at: now },
    another: { key: bytes('f', 16) },
    besides: [{ key: second }],
    impossible: {
      supporters_in_order: { last_act_at: before },
      supporters_key_check: { key: '\\x01' },
      supporters_address_sealed: { address_sealed: '\\x' },
    },
    moment: 'last_act_at',
    order: [['created_at', 'last_act_at']],
  },
  actions: {
    possible: {
      supporter_key: person,
      id: id(9),
      campaign_id: id(5),
      controller_id: id(19),
      kind: 'letter',
      lang: 'en',
      country: 'KEN',
      state: 'confirmed',
      created_at: now,
      confirmed_at: now,
      expires_at: now,
      mail_due_at: now,
    },
    after: ['supporters'],
    another: { id: id(109) },
    impossible: {
      actions_supporter: { supporter_key: nobody },
      actions_campaign_id_fkey: { campaign_id: unknown },
      actions_kind_check: { kind: 'share' },
      actions_lang_check: { lang: 'de' },
      actions_country: { country: 'ke' },
      actions_state_check: { state: 'perhaps' },
      actions_mail_state_check: { mail_state: 'lost' },
      actions_mailbox_check: { mailbox: '\\x01' },
      actions_details_sealed: { details_sealed: '\\x' },
      actions_in_order: [{ confirmed_at: before }, { expires_at: before }, { created_at: before, expires_at: before }],
      actions_confirmed_at: [
        { confirmed_at: null },
        { state: 'unconfirmed' },
        { state: 'withdrawn', confirmed_at: null },
      ],
      actions_ticked: [
        { consents: '[{}]' },
        ...['{}', '[{}]', '[1]', '["act"]', '[{"purpose":"news"}]', '[{"purpose":1,"wording":"a"}]'].map(
          (consents) => ({
            state: 'unconfirmed',
            confirmed_at: null,
            consents,
          }),
        ),
      ],
      actions_mail_attempts: { mail_attempts: -1 },
      actions_bounce_id: { bounce_id: '\\x01' },
      actions_bounced: [{ mail_state: 'bounced' }, { mail_state: 'sent' }],
    },
    moment: 'expires_at',
    lists: { kind: kinds, lang: langs, mail_state: mailStates, state: actionStates },
    texts: { country: 'the code of a state; what writes much is looked at once a day' },
    order: [['created_at', 'confirmed_at', 'expires_at']],
    inNoOrder: { mail_due_at: 'a plan' },
    jsonLists: ['consents'],
  },
  campaign_supporters: {
    possible: { supporter_key: person, campaign_id: id(5), country: 'KEN', joined_at: now },
    another: { supporter_key: nobody },
    impossible: {
      campaign_supporters_supporter: {},
      campaign_supporters_campaign_id_fkey: { supporter_key: person, campaign_id: unknown },
      campaign_supporters_country: { supporter_key: second, country: 'ke' },
      campaign_supporters_in_time: { supporter_key: second, joined_at: 'infinity' },
    },
    texts: { country: 'the code of a state; what writes much is looked at once a day' },
  },
  erased_actions: {
    possible: {
      digest: bytes('a', 32),
      erased_at: now,
      asked: true,
      sent: 1,
      returned: 0,
      unsure: 0,
      unsent: 0,
      in_outbox: 0,
      first_sent_on: '2026-03-01',
      last_sent_on: '2026-03-02',
    },
    another: { digest: bytes('b', 32) },
    impossible: {
      erased_actions_digest: { digest: '\\x01' },
      erased_actions_counts: [{ returned: -1, sent: 2 }, { unsure: -1 }, { unsent: -1 }],
      erased_actions_in_outbox: { in_outbox: -1 },
      erased_actions_sent_on: [
        { first_sent_on: null },
        { last_sent_on: null },
        { sent: 0 },
        { first_sent_on: '2026-03-03' },
      ],
      erased_actions_in_time: [
        { erased_at: 'infinity' },
        { first_sent_on: '1066-10-14' },
        { last_sent_on: 'infinity' },
      ],
    },
    moment: 'erased_at',
    inNoOrder: {
      erased_at: 'the others are days of the organisation’s zone',
      first_sent_on: 'erased_actions_sent_on holds it before the last',
      last_sent_on: 'erased_actions_sent_on holds it behind the first',
    },
  },
  mail_allowances: {
    possible: { mailbox: person, kind: 'data-link', taken_at: '{}' },
    another: { mailbox: nobody },
    impossible: {
      mail_allowances_kind_check: { kind: 'joke' },
      mail_allowances_mailbox_check: { mailbox: '\\x01' },
      mail_allowances_taken_at: { taken_at: '{NULL}' },
      mail_allowances_in_time: [
        { taken_at: '{1066-10-14}' },
        { taken_at: '{infinity}' },
        { taken_at: `{${now},-infinity}` },
      ],
    },
    lists: { kind: Object.keys(mailLimits) },
  },
};
