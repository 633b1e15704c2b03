import { sql } from 'kysely';
import type { RowRule } from '../work/row-rules.ts';

/** By the clock, which no constraint may ask. A day has begun somewhere before it has in UTC. */
const TO_COME = sql`(now() AT TIME ZONE 'UTC')::date + 1`;

export const rowRules: readonly RowRule[] = [
  {
    name: 'states_judged_by_now',
    table: 'states',
    id: sql`r.iso3`,
    where: sql`r.risk_judged_on > ${TO_COME}`,
  },
  {
    name: 'risk_judgements_made_by_now',
    table: 'risk_judgements',
    id: sql`r.id`,
    where: sql`r.judged_on > ${TO_COME}`,
  },
];
