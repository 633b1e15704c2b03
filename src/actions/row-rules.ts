import { sql } from 'kysely';
import type { RowRule } from '../work/row-rules.ts';

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
];
