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
    where: sql`r.state IN ('held', 'waiting', 'claimed', 'handing-over')
      AND NOT EXISTS (SELECT 1 FROM channels c WHERE c.id = r.channel_id AND c.representative_id = r.representative_id)`,
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
    name: 'letters_only_of_letters',
    table: 'letters',
    id,
    where: sql`EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = r.supporter_key AND a.id = r.action_id AND a.kind <> 'letter')`,
  },
];
