import { sql } from 'kysely';
import type { RowRule } from '../work/row-rules.ts';

const id = sql`r.id`;

/** Letters carry ids of what everybody writes to; a reference would lock that with each letter. */
export const rowRules: readonly RowRule[] = [
  {
    name: 'letters_ask_of_campaign',
    table: 'letters',
    id,
    where: sql`NOT EXISTS (SELECT 1 FROM asks k WHERE k.id = r.ask_id AND k.campaign_id = r.campaign_id)`,
  },
  {
    name: 'letters_representative',
    table: 'letters',
    id,
    where: sql`NOT EXISTS (SELECT 1 FROM representatives p WHERE p.id = r.representative_id)`,
  },
  {
    name: 'letters_confirmed_with_action',
    table: 'letters',
    id,
    where: sql`r.state <> 'withdrawn' AND EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = r.supporter_key AND a.id = r.action_id
      AND (a.state = 'unconfirmed') <> (r.state = 'unconfirmed'))`,
  },
  {
    name: 'letters_not_sent_when_taken_back',
    table: 'letters',
    id,
    where: sql`r.state IN ('held', 'waiting', 'claimed') AND EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = r.supporter_key
      AND a.id = r.action_id AND a.state = 'withdrawn')`,
  },
  {
    name: 'letters_channel_of_representative',
    table: 'letters',
    id,
    where: sql`NOT EXISTS (SELECT 1 FROM channels c WHERE c.id = r.channel_id AND c.representative_id = r.representative_id)`,
  },
  {
    name: 'letters_by_mail',
    table: 'letters',
    id,
    where: sql`EXISTS (SELECT 1 FROM channels c WHERE c.id = r.channel_id AND c.mailbox IS NULL)`,
  },
  {
    name: 'letters_held_to_look_at',
    table: 'letters',
    id,
    where: sql`(r.state = 'held') <> EXISTS (SELECT 1 FROM letters_to_look_at t WHERE t.supporter_key = r.supporter_key
      AND t.letter_id = r.id)`,
  },
  {
    name: 'letters_campaign_of_action',
    table: 'letters',
    id,
    where: sql`EXISTS (SELECT 1 FROM actions a
      WHERE a.supporter_key = r.supporter_key AND a.id = r.action_id AND a.campaign_id <> r.campaign_id)`,
  },
  {
    name: 'letters_of_writers',
    table: 'letters',
    id,
    where: sql`r.state IN ('held', 'waiting', 'claimed', 'handing-over') AND NOT EXISTS (
      SELECT 1 FROM actions a JOIN supporters s ON s.key = a.supporter_key
      WHERE a.supporter_key = r.supporter_key AND a.id = r.action_id AND a.details_sealed IS NOT NULL AND s.address_sealed IS NOT NULL)`,
  },
  {
    name: 'actions_with_their_letters',
    table: 'actions',
    id,
    where: sql`r.kind = 'letter' AND NOT EXISTS (SELECT 1 FROM letters l WHERE l.supporter_key = r.supporter_key AND l.action_id = r.id)`,
  },
  {
    name: 'letters_only_of_letters',
    table: 'letters',
    id,
    where: sql`EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = r.supporter_key AND a.id = r.action_id AND a.kind <> 'letter')`,
  },
  {
    name: 'letters_to_state_of_action',
    table: 'letters',
    id,
    // Its writer chose a state, and among those of that state to whom it goes (write.tsx): nobody moves to another.
    where: sql`EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = r.supporter_key AND a.id = r.action_id
      AND a.country <> (SELECT p.state FROM representatives p WHERE p.id = r.representative_id))`,
  },
  {
    name: 'letters_not_before_action',
    table: 'letters',
    id,
    // Both are made at one moment; after a clock was set, each is made as old as it can be.
    where: sql`EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = r.supporter_key AND a.id = r.action_id
      AND r.created_at < a.created_at - interval '1 day')`,
  },
  {
    name: 'letters_duplicate_of_another',
    table: 'letters',
    id,
    // Of another letter to the same, or of one in the same action to the same mailbox (bindLetters), until the campaign is over.
    where: sql`r.state = 'duplicate' AND NOT EXISTS (SELECT 1 FROM letters o
      WHERE o.supporter_key = r.supporter_key AND o.campaign_id = r.campaign_id AND o.id <> r.id AND o.confirmed_at IS NOT NULL
        AND (o.action_id = r.action_id OR (o.representative_id = r.representative_id AND o.state <> 'duplicate')))
      AND EXISTS (SELECT 1 FROM campaigns c WHERE c.id = r.campaign_id AND coalesce(c.closes_at > now() + interval '1 day', true))`,
  },
  {
    name: 'letters_expected_once_confirmed',
    table: 'letters',
    id,
    // A day of the organisation's zone, by another clock.
    where: sql`r.expected_on < r.confirmed_at - interval '3 days'`,
  },
];
