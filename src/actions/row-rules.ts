import { type RawBuilder, sql } from 'kysely';
import type { RowRule } from '../work/row-rules.ts';

/** Whether who joined a campaign is still kept: it isn't over. Clocks of two machines differ. */
const goesOn = (campaign: RawBuilder<unknown>) => sql`EXISTS (
  SELECT 1 FROM campaigns c WHERE c.id = ${campaign} AND coalesce(c.closes_at > now() + interval '1 day', true))`;

/** Actions carry ids of what all actions share; a reference would lock that with each action. */
export const rowRules: readonly RowRule[] = [
  {
    name: 'actions_state',
    table: 'actions',
    id: sql`r.id`,
    where: sql`NOT EXISTS (SELECT 1 FROM states s WHERE s.iso3 = r.country)`,
  },
  {
    name: 'actions_controller',
    table: 'actions',
    id: sql`r.id`,
    where: sql`NOT EXISTS (SELECT 1 FROM controllers c WHERE c.id = r.controller_id)`,
  },
  {
    name: 'consents_controller_of_action',
    table: 'consents',
    id: sql`r.id`,
    where: sql`EXISTS (SELECT 1 FROM actions a
      WHERE a.supporter_key = r.supporter_key AND a.id = r.action_id AND a.controller_id <> r.controller_id)`,
  },
  {
    name: 'actions_agreed_to',
    table: 'actions',
    id: sql`r.id`,
    where: sql`r.state = 'confirmed' AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.supporter_key = r.supporter_key AND c.action_id = r.id
      AND c.purpose = 'act' AND c.withdrawn_at IS NULL)`,
  },
  {
    name: 'consents_given_by_confirming',
    table: 'consents',
    id: sql`r.id`,
    where: sql`EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = r.supporter_key AND a.id = r.action_id AND a.state = 'unconfirmed')`,
  },
  {
    name: 'consents_end_with_action',
    table: 'consents',
    id: sql`r.id`,
    where: sql`r.withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = r.supporter_key AND a.id = r.action_id
      AND a.state = 'withdrawn')`,
  },
  {
    name: 'actions_mailed_by_a_try',
    table: 'actions',
    id: sql`r.id`,
    where: sql`r.mail_state IN ('sent', 'refused') AND r.mail_attempts = 0`,
  },
  {
    name: 'consents_not_before_action',
    table: 'consents',
    id: sql`r.id`,
    where: sql`EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = r.supporter_key AND a.id = r.action_id
      AND r.given_at < a.created_at - interval '1 day')`,
  },
  {
    name: 'campaign_supporters_state',
    table: 'campaign_supporters',
    id: sql`r.campaign_id || ' ' || r.country`,
    where: sql`NOT EXISTS (SELECT 1 FROM states s WHERE s.iso3 = r.country)`,
  },
  {
    name: 'campaign_supporters_took_part',
    table: 'campaign_supporters',
    id: sql`r.campaign_id || ' ' || r.country`,
    where: sql`${goesOn(sql`r.campaign_id`)} AND NOT EXISTS (SELECT 1 FROM actions a WHERE a.supporter_key = r.supporter_key
      AND a.campaign_id = r.campaign_id AND a.state = 'confirmed')`,
  },
  {
    name: 'actions_join_campaigns',
    table: 'actions',
    id: sql`r.id`,
    where: sql`r.state = 'confirmed' AND ${goesOn(sql`r.campaign_id`)} AND NOT EXISTS (SELECT 1 FROM campaign_supporters j
      WHERE j.supporter_key = r.supporter_key AND j.campaign_id = r.campaign_id)`,
  },
  {
    name: 'tallies_of_people',
    table: 'tallies',
    id: sql`r.campaign_id || ' ' || r.country`,
    // Who joined is counted once for all tallies. Letters that left stay counted when their writers are erased, and people once their
    // campaign is over: of these nothing here says how many there were.
    where: sql`(r.campaign_id, r.country) IN (SELECT t.campaign_id, t.country FROM (
        SELECT campaign_id, country, people + tried_people AS people FROM tallies
        UNION ALL SELECT campaign_id, country, people FROM tally_marks
        UNION ALL SELECT campaign_id, country, -count(*) FROM campaign_supporters GROUP BY campaign_id, country) t
      GROUP BY t.campaign_id, t.country HAVING sum(t.people) > 0) AND ${goesOn(sql`r.campaign_id`)}`,
  },
];
