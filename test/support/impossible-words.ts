import type { Row } from './possible-rows.ts';

/** Blanks of all kinds, which nobody can read. */
export const blanks = ['', ' ', '\n\t', '\u00a0', '\u200b\u2003'] as const;

/** A column of each table whose words must say something. */
const words: Readonly<Record<string, string>> = {
  actors: 'name',
  addressee_requests: 'detail',
  alerts: 'subject',
  ask_outcomes: 'act',
  asks: 'slug',
  audit_entries: 'because',
  consent_texts: 'words',
  consents: 'controller',
  content_ledger: 'version',
  content_proposals: 'because',
  content_units: 'digest',
  controllers: 'name',
  facts: 'file',
  found_with: 'lookup_print',
  mandates: 'party',
  migrations: 'name',
  processes: 'host',
  publications: 'embargoed_because',
  receiving_domains: 'paused_because',
  representatives: 'name',
  reviews: 'reason',
  revisions: 'why',
  risk_judgements: 'because',
  row_checks: 'rule',
  sealing_keys: 'key_print',
  set_aside: 'from_table',
  states: 'risk_source',
};
/** What has to stand beside them. */
const beside: Readonly<Record<string, Row>> = {
  receiving_domains: { paused_at: '2026-03-02T10:00:00Z' },
  reviews: { decision: 'refused' },
};

/** By the rule of each table that refuses them. */
export const saysNothing: Readonly<Record<string, readonly Row[]>> = Object.fromEntries(
  Object.entries(words).map(([table, column]) => [
    `${table}_says`,
    blanks.map((blank) => ({ ...beside[table], [column]: blank })),
  ]),
);
