import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { actionKindNames, actionStates } from '../actions/action.ts';
import { mailLimits } from '../actions/mail-allowance.ts';
import { mailStates } from '../actions/outgoing-queries.ts';
import { aims } from '../campaigns/campaign-text.ts';
import { langs } from '../config/langs.ts';
import { purposes } from '../consents/consent-texts.ts';
import { draftKinds } from '../facts/facts-queries.ts';
import { datasetNames } from '../facts/shapes.ts';
import { letterAnswers, letterStates } from '../letters/letter-queries.ts';
import { reviewDecisions } from '../letters/review-queries.ts';
import { holdReasons } from '../letters/screening.ts';
import { returnedKinds } from '../mail/returned-mails.ts';
import { wordsSaidHere } from '../mail/said-here.ts';
import { publicationStates } from '../publications/publication.ts';
import { deliveries, requestKinds, requestStates } from '../representatives/addressee-queries.ts';
import { pauseReasons } from '../representatives/channel-health.ts';
import { bodyKinds } from '../representatives/entry.ts';
import { channelKinds } from '../representatives/representative-queries.ts';
import { decisions } from '../starting-content/decide.ts';
import { conditions } from '../states/conditions.ts';
import { publicOffices } from '../states/public-offices.ts';
import { risks } from '../states/risks.ts';

/** By each column that the database holds to a list, the list that the code knows. */
const lists: Readonly<Record<string, readonly string[]>> = {
  'actions.kind': actionKindNames,
  'actions.lang': langs,
  'actions.mail_state': mailStates,
  'actions.state': actionStates,
  'ask_texts.lang': langs,
  'asks.aim': aims,
  'asks.condition': conditions,
  'asks.office': publicOffices,
  'campaign_texts.lang': langs,
  'channels.kind': channelKinds,
  'consents.lang': langs,
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
  'publication_languages.lang': langs,
  'publication_languages.state': publicationStates,
  'representatives.office': publicOffices,
  'returned_mails.kind': returnedKinds,
  'reviews.decision': reviewDecisions,
  'revisions.dataset': datasetNames,
  'risk_judgements.level': risks,
  'states.risk': risks,
  'consent_texts.lang': langs,
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
