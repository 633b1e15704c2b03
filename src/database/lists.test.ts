import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { roles } from '../accounts/roles.ts';
import { stages } from '../accounts/session-queries.ts';
import { actionKindNames, actionStates } from '../actions/action.ts';
import { mailLimits } from '../actions/mail-allowance.ts';
import { mailStates } from '../actions/outgoing-queries.ts';
import { aims } from '../campaigns/campaign-text.ts';
import { langs } from '../config/langs.ts';
import { purposes } from '../consents/consent-texts.ts';
import { controllerKinds } from '../controllers/controllers.ts';
import { draftKinds } from '../facts/facts-queries.ts';
import { datasetNames } from '../facts/shapes.ts';
import { handedBy } from '../handed.ts';
import { letterAnswers, letterStates } from '../letters/letter-queries.ts';
import { reviewDecisions } from '../letters/review-queries.ts';
import { holdReasons } from '../letters/screening.ts';
import { alertKinds } from '../mail/alerts.ts';
import { returnedKinds } from '../mail/returned-mails.ts';
import { wordsSaidHere } from '../mail/said-here.ts';
import { publicationStates } from '../publications/publication.ts';
import { deliveries, requestKinds, requestStates } from '../representatives/addressee-queries.ts';
import { pauseReasons } from '../representatives/channel-health.ts';
import { bodyKinds } from '../representatives/entry.ts';
import { channelKinds } from '../representatives/representative-queries.ts';
import { rooms } from '../rooms.ts';
import { decisions } from '../starting-content/decide.ts';
import { conditions } from '../states/conditions.ts';
import { publicOffices } from '../states/public-offices.ts';
import { risks } from '../states/risks.ts';

/** By each column that the database holds to a list, the list that the code knows. */
const lists: Readonly<Record<string, readonly string[]>> = {
  'accounts.lang': langs,
  'accounts.role': roles,
  'actions.kind': actionKindNames,
  'actions.lang': langs,
  'actions.mail_state': mailStates,
  'actions.state': actionStates,
  'alert_mails.kind': alertKinds,
  'alerts.kind': alertKinds,
  'ask_texts.lang': langs,
  'asks.aim': aims,
  'asks.condition': conditions,
  'asks.office': publicOffices,
  'campaign_texts.lang': langs,
  'channels.kind': channelKinds,
  'consents.purpose': purposes,
  'content_proposals.decision': decisions,
  'drafts.kind': draftKinds,
  'letters.answer': letterAnswers,
  'letters.held_because': holdReasons,
  'letters.said_here': wordsSaidHere,
  'letters.state': letterStates,
  'mail_allowances.kind': Object.keys(mailLimits),
  'mailboxes.delivery': deliveries,
  'mailboxes.paused_because': pauseReasons,
  'mandates.body_kind': bodyKinds,
  'addressee_requests.kind': requestKinds,
  'addressee_requests.state': requestStates,
  'publications.kind': handedBy(rooms).publications.map(({ kind }) => kind),
  'publication_languages.lang': langs,
  'publication_languages.state': publicationStates,
  'representatives.office': publicOffices,
  'returned_mails.kind': returnedKinds,
  'reviews.decision': reviewDecisions,
  'revisions.dataset': datasetNames,
  'risk_judgements.level': risks,
  'sessions.stage': stages,
  'states.risk': risks,
  'consent_texts.lang': langs,
};

/** Columns whose CHECK says of each word of their list what goes with it. */
const listsWithMore: Readonly<Record<string, readonly string[]>> = {
  'actors.kind': ['system', 'addressee', 'unknown', 'operator', 'staff'],
  'controllers.kind': controllerKinds,
};

/** What holds text that is of no list, by what it is. */
const ofNoList: Readonly<Record<string, readonly string[]>> = {
  'the code of a state; what writes much is looked at once a day': [
    'actions.country',
    'campaign_supporters.country',
    'states.iso2',
    'states.iso3',
    'tallies.country',
    'tally_marks.country',
  ],
  'what somebody or something is called': [
    'actors.name',
    'audit_entries.item',
    'consents.controller',
    'controllers.name',
    'mandates.area',
    'mandates.body',
    'mandates.party',
    'mandates.role',
    'mandates.term',
    'processes.host',
    'sessions.browser',
    'representatives.name',
  ],
  'a name that its owner gives, in addresses or files': [
    'asks.slug',
    'campaigns.slug',
    'representatives.external_id',
    'representatives.source_key',
  ],
  'an address, or what it ends in': [
    'channels.value',
    'controllers.email',
    'mailboxes.address',
    'mailboxes.domain',
    'receiving_domains.domain',
  ],
  'somebody’s own words, for whoever asks later': [
    'addressee_requests.detail',
    'audit_entries.because',
    'publications.embargoed_because',
    'publications.hidden_because',
    'publications.withdrawn_because',
    'representatives.source',
    'reviews.reason',
    'revisions.why',
    'risk_judgements.because',
    'risk_judgements.source',
    'states.risk_source',
  ],
  'what a mail server said, or is said of it': [
    'alerts.detail',
    'alerts.subject',
    'letters.reply',
    'receiving_domains.paused_because',
  ],
  'what readers are shown': ['campaigns.hashtags', 'consent_texts.words'],
  'languages that a person reads, of which there are thousands': ['representatives.languages'],
  'of the record: a file or an act of some version of it, which stays when a later version has no such file': [
    'ask_outcomes.act',
    'facts.file',
    'facts.key',
  ],
  'of a version’s content, which stays when a later version has no such room': [
    'content_ledger.key',
    'content_ledger.room',
    'content_ledger.unit',
    'content_ledger.version',
    'content_proposals.because',
    'content_proposals.key',
    'content_proposals.room',
    'content_proposals.unit',
    'content_proposals.version',
    'content_units.room',
    'content_units.unit',
  ],
  'of a version of the program, whose names change: a migration, a rule, a table, what was done, the tags of pages': [
    'audit_entries.item_kind',
    'audit_entries.operation',
    'migrations.name',
    'page_removals.tags',
    'row_checks.rule',
    'set_aside.from_table',
    'set_aside.refused_by',
  ],
  'a print or an example, made by us': [
    'content_ledger.hash',
    'content_proposals.hash',
    'content_units.digest',
    'found_with.lookup_print',
    'representatives.fingerprint',
    'row_checks.example',
    'sealing_keys.key_print',
  ],
  'a day, as precise as it is known, which is_partial_day looks at': [
    'mandates.ended_on',
    'mandates.started_on',
    'representatives.ended_on',
  ],
  'offices and their like in a campaign’s file, of which readers get what there is': ['asks.defaults'],
};

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

it('what the database takes for a word of a list is what the code knows, and no other', async () => {
  const { rows } = await fresh.pool.query<{ column: string; rule: string }>(`
    SELECT conrelid::regclass || '.' || a.attname AS column, pg_get_constraintdef(r.oid) AS rule FROM pg_constraint r
    JOIN pg_attribute a ON a.attrelid = r.conrelid AND r.conkey = ARRAY[a.attnum]
    WHERE r.contype = 'c' AND r.connamespace = 'public'::regnamespace AND pg_get_constraintdef(r.oid) ~ '^CHECK \\(\\(\\w+ = ANY \\('`);
  const taken = rows.map(({ column, rule }) => [
    column,
    [...rule.matchAll(/'\{?([^'}]+)\}?'::text/g)].flatMap(([, words = '']) => words.split(',')).sort(),
  ]);
  const known = Object.entries(lists).map(([column, words]) => [column, [...words].sort()]);
  expect(Object.fromEntries(taken)).toEqual(Object.fromEntries(known));
});

it('what the database takes with more beside it is what the code knows too', async () => {
  const { rows } = await fresh.pool.query<{ column: string; rule: string }>(`
    SELECT conrelid::regclass || '.' || substring(pg_get_constraintdef(oid) FROM 'CASE (\\w+)\\s+WHEN') AS column,
      pg_get_constraintdef(oid) AS rule FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND pg_get_constraintdef(oid) ~ 'CASE \\w+\\s+WHEN .*ELSE false\\s+END'`);
  const taken = rows.map(({ column, rule }) => [
    column,
    [...rule.matchAll(/WHEN '([^']+)'::text/g)].map(([, word]) => word).sort(),
  ]);
  const known = Object.entries(listsWithMore).map(([column, words]) => [column, [...words].sort()]);
  expect(Object.fromEntries(taken)).toEqual(Object.fromEntries(known));
});

it('every column of text is held to a list, refers to a row, or it is said what it is', async () => {
  const { rows } = await fresh.pool.query<{ column: string }>(`
    SELECT c.relname || '.' || a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
      AND (t.typcategory = 'S' OR t.typelem <> 0 AND (SELECT e.typcategory FROM pg_type e WHERE e.oid = t.typelem) = 'S')
      AND NOT EXISTS (SELECT 1 FROM pg_constraint r WHERE r.conrelid = c.oid AND r.contype = 'f' AND a.attnum = ANY (r.conkey))`);
  const said = [lists, listsWithMore].flatMap(Object.keys).concat(...Object.values(ofNoList));
  expect(said.filter((column, at) => said.indexOf(column) !== at)).toEqual([]);
  const named = new Set(said);
  expect(rows.map(({ column }) => column).filter((column) => !named.has(column))).toEqual([]);
  const there = await fresh.pool.query<{ column: string }>(
    `SELECT table_name || '.' || column_name AS column FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const columns = new Set(there.rows.map(({ column }) => column));
  expect(said.filter((column) => !columns.has(column))).toEqual([]);
});
