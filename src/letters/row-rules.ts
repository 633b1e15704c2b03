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
    name: 'letters_released_by_somebody',
    table: 'letters',
    id,
    // What a restore held back may have been claimed before, and may end here.
    where: sql`r.held_because IS NOT NULL AND r.state NOT IN ('unconfirmed', 'held', 'duplicate', 'withdrawn')
      AND NOT (r.state = 'refused' AND r.said_here IS NOT NULL AND r.said_here IN ('refused-here', 'only-tried'))
      AND NOT EXISTS (SELECT 1 FROM reviews w
        WHERE w.supporter_key = r.supporter_key AND w.letter_id = r.id AND w.decision = 'released')`,
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
    name: 'letters_refused_with_review',
    table: 'letters',
    id,
    where: sql`r.said_here = 'refused-here' AND NOT EXISTS (SELECT 1 FROM reviews w
      WHERE w.supporter_key = r.supporter_key AND w.letter_id = r.id AND w.decision = 'refused')`,
  },
  {
    name: 'reviews_refused_letter',
    table: 'reviews',
    id,
    where: sql`r.decision = 'refused' AND EXISTS (SELECT 1 FROM letters l
      WHERE l.supporter_key = r.supporter_key AND l.id = r.letter_id AND l.state <> 'refused')`,
  },
  {
    name: 'reviews_of_held_letters',
    table: 'reviews',
    id,
    // Clocks of two machines differ, and what a restore holds back may have been released before it.
    where: sql`EXISTS (SELECT 1 FROM letters l WHERE l.supporter_key = r.supporter_key AND l.id = r.letter_id
      AND (l.confirmed_at IS NULL OR l.state = 'duplicate' OR r.decided_at < l.confirmed_at - interval '1 day'
        OR (r.decision = 'released' AND l.state = 'held' AND l.held_because <> 'restored')))`,
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
];
