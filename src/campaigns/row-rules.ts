import { sql } from 'kysely';
import { asVersionsRule } from '../texts/row-rules.ts';
import type { RowRule } from '../work/row-rules.ts';

export const rowRules: readonly RowRule[] = [
  asVersionsRule('campaign_texts', 'campaign_id'),
  asVersionsRule('ask_texts', 'ask_id'),
  {
    name: 'asks_slug',
    table: 'asks',
    id: sql`r.id`,
    // Files of earlier versions could name one otherwise than a campaign.
    where: sql`r.slug !~ '^[[:alnum:]]+([-_.][[:alnum:]]+)*$'`,
  },
  {
    name: 'ask_outcomes_of_acts',
    table: 'ask_outcomes',
    id: sql`r.id`,
    // As it was recorded then: acts are corrected and end, and what they met stays.
    where: sql`NOT EXISTS (SELECT 1 FROM facts f WHERE f.dataset = 'states' AND f.file = 'treaty-acts' AND f.since = r.revision
      AND lower(replace(f.key, '/', '-')) = r.act AND left(r.act, 3) = lower(r.state)
      AND starts_with(r.happened_on::text, coalesce(nullif(f.fields ->> 'public_on', ''), f.fields ->> 'date')))`,
  },
  {
    name: 'tallies_not_below_zero',
    table: 'tally_marks',
    id: sql`r.campaign_id || ' ' || r.country`,
    // Such marks are not added up (addUpTallies): a tally is never below zero.
    where: sql`least(r.people, r.letters) < 0 AND (
      SELECT least(sum(m.people) + coalesce(max(CASE WHEN r.tried THEN t.tried_people ELSE t.people END), 0),
        sum(m.letters) + coalesce(max(CASE WHEN r.tried THEN t.tried_letters ELSE t.letters END), 0))
      FROM tally_marks m LEFT JOIN tallies t ON t.campaign_id = m.campaign_id AND t.country = m.country
      WHERE m.campaign_id = r.campaign_id AND m.country = r.country AND m.tried = r.tried) < 0`,
  },
  {
    name: 'tally_marks_campaign',
    table: 'tally_marks',
    id: sql`r.campaign_id`,
    where: sql`NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.id = r.campaign_id)`,
  },
  ...(['tallies', 'tally_marks'] as const).map((table) => ({
    name: `${table}_state`,
    table,
    id: sql`r.campaign_id || ' ' || r.country`,
    where: sql<boolean>`NOT EXISTS (SELECT 1 FROM states s WHERE s.iso3 = r.country)`,
  })),
];
