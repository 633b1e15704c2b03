import { sql } from 'kysely';
import type { RowRule } from '../work/row-rules.ts';

/** What two rows say together, of which either may be written first. */
export const rowRules: readonly RowRule[] = [
  {
    name: 'channels_of_who_left',
    table: 'channels',
    id: sql`r.id`,
    where: sql`r.ended_at IS NULL AND EXISTS (SELECT 1 FROM representatives p WHERE p.id = r.representative_id AND p.ended_on IS NOT NULL)`,
  },
  {
    name: 'representatives_by_mail',
    table: 'representatives',
    id: sql`r.id`,
    where: sql`r.by_mail <> EXISTS (SELECT 1 FROM channels c WHERE c.representative_id = r.id AND c.kind = 'email' AND c.ended_at IS NULL)`,
  },
  {
    name: 'mandates_current_when_read',
    table: 'mandates',
    id: sql`r.id`,
    // Said when it was written, for the day of a file: what has ended since is told by its day. A file may be a year old.
    where: sql`r.current AND EXISTS (SELECT 1 FROM representatives p WHERE p.id = r.representative_id AND p.as_of IS NOT NULL
      AND r.ended_on COLLATE "C" < left((least(p.as_of, uuid_extract_timestamp(r.id)::date) - 366)::text, length(r.ended_on)))`,
  },
];
