import { now, type Row, second } from './possible-rows.ts';

/** A moment or day of each table that has some. */
const moments: Readonly<Record<string, string>> = {
  accounts: 'added_at',
  actions: 'expires_at',
  actors: 'since',
  addressee_requests: 'asked_at',
  alert_mails: 'mailed_at',
  alerts: 'raised_at',
  audit_entries: 'made_at',
  ask_outcomes: 'happened_on',
  campaigns: 'opens_at',
  channels: 'ended_at',
  consent_texts: 'first_used_at',
  consents: 'given_at',
  content_ledger: 'at',
  content_proposals: 'offered_at',
  content_units: 'at',
  controllers: 'since',
  delivery_queues: 'next_at',
  drafts: 'created_at',
  letters: 'due_at',
  mailboxes: 'last_handed_over_at',
  migrations: 'applied_at',
  outbox: 'created_at',
  page_removals: 'removed_at',
  processes: 'seen_at',
  publication_languages: 'decided_at',
  publications: 'embargoed_until',
  receiving_domains: 'next_at',
  representatives: 'as_of',
  returned_mails: 'created_at',
  reviews: 'decided_at',
  revisions: 'at',
  risk_judgements: 'judged_on',
  row_checks: 'checked_at',
  sealing_keys: 'added_at',
  set_aside: 'set_aside_at',
  spent_proofs: 'until',
  states: 'risk_judged_on',
  supporters: 'last_act_at',
  tallies: 'last_joined_at',
};
/** By the rule of each table that refuses them. */
export const neverCome: Readonly<Record<string, Row | readonly Row[]>> = {
  ...Object.fromEntries(
    Object.entries(moments).map(([table, moment]) => [
      `${table}_in_time`,
      ['infinity', '2999-01-01T00:00Z'].map((beyond) => ({ [moment]: beyond })),
    ]),
  ),
  campaign_supporters_in_time: { supporter_key: second, joined_at: 'infinity' },
  mail_allowances_in_time: [
    { taken_at: '{1066-10-14}' },
    { taken_at: '{infinity}' },
    { taken_at: `{${now},-infinity}` },
  ],
};
