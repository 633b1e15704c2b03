import { type RawBuilder, sql } from 'kysely';
import { type Lang, langs } from '../../config/langs.ts';
import type { Queries } from '../../database/database.ts';
import { groupSliceParts, type Order, type Slice, sliceParts } from '../../database/slice.ts';
import { holdReasons } from '../screening.ts';

export type HeldBecause = (typeof holdReasons)[number];

/** What of a held letter is asked for. */
export interface HeldFilter {
  readonly lang?: Lang | undefined;
  /** A campaign or one of its asks. */
  readonly ask?: string | undefined;
  readonly state?: string | undefined;
  readonly why?: HeldBecause | undefined;
}

const orderOf = (table: string): Order => ({
  by: sql.ref(`${table}.since`),
  kind: 'moment',
  id: sql.ref(`${table}.letter_id`),
  idType: 'uuid',
});

/**
 * The held letters that fit, as far as a slice goes. Each language, each reason and each ask that is meant has its rows in one place of an
 * index (migration 091): as many are read of each as are wanted, whether many fit, few or none.
 */
export function lettersToLookAt({ lang, ask, state, why }: HeldFilter, slice: Slice): RawBuilder<unknown> {
  const sought = [
    ...(state ? [['country', sql`VALUES (${state}::char(3))`] as const] : []),
    ...(ask ? [['ask_id', sql`SELECT id FROM asks WHERE ${ask}::uuid IN (id, campaign_id)`] as const] : []),
    ['lang', sql`SELECT unnest(${lang ? [lang] : [...langs]}::text[])`] as const,
    ['because', sql`SELECT unnest(${why ? [why] : [...holdReasons]}::text[])`] as const,
  ];
  const each = sought.map(
    ([column, values]) => sql`CROSS JOIN (${values}) AS ${sql.ref(`of_${column}`)} (${sql.ref(column)})`,
  );
  const { within, ordered } = groupSliceParts(orderOf('t'), slice, {
    columns: sought.map(([column]) => sql.ref(`t.${column}`)),
    values: sought.map(([column]) => sql.ref(`of_${column}.${column}`)),
  });
  return sql`SELECT one.* FROM (VALUES (0)) AS begun (n) ${sql.join(each, sql` `)} CROSS JOIN LATERAL (
    SELECT t.supporter_key, t.letter_id, t.since FROM letters_to_look_at t WHERE ${within} ${ordered}) one
    ${sliceParts(orderOf('one'), slice).ordered}`;
}

/** Of which asks letters are held. */
export function selectAsksOfHeld(queries: Queries): Promise<string[]> {
  return selectEach(queries, sql.ref('t.ask_id'));
}

/** From which states their writers are. */
export function selectStatesOfHeld(queries: Queries): Promise<string[]> {
  return selectEach(queries, sql.ref('t.country'));
}

/** The values of a column that an index begins with: from each straight to the next. */
async function selectEach(queries: Queries, column: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`WITH RECURSIVE found (value) AS (
      (SELECT ${column} FROM letters_to_look_at t ORDER BY ${column} LIMIT 1)
      UNION ALL SELECT (SELECT ${column} FROM letters_to_look_at t WHERE ${column} > found.value ORDER BY ${column} LIMIT 1)
      FROM found WHERE found.value IS NOT NULL)
    SELECT value FROM found WHERE value IS NOT NULL`.execute(queries);
  return rows.map(({ value }) => value);
}
