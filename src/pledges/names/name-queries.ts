import { sql } from 'kysely';
import { type Lang, langs } from '../../config/langs.ts';
import { anyOf } from '../../database/any-of.ts';
import { boundedCount, type Counted } from '../../database/bounded-count.ts';
import type { Queries } from '../../database/database.ts';
import { groupSliceParts, inOrder, type Order, type Slice, sliceParts } from '../../database/slice.ts';
import type { NameState, RefusalReason } from './name-decisions.ts';

/** A name that somebody agreed to have shown, sealed. */
export interface NameRow {
  /** Of the consent. */
  readonly id: string;
  readonly supporter_key: Buffer;
  readonly action_id: string;
  readonly campaign_id: string;
  readonly country: string;
  readonly lang: Lang;
  readonly state: NameState;
  readonly because: RefusalReason | null;
  readonly offeredAt: Date;
  readonly since: Date;
  readonly details_sealed: Buffer | null;
}

/** What of them is asked for. */
export interface NamesSought {
  readonly states: readonly NameState[];
  readonly lang?: Lang | undefined;
  readonly country?: string | undefined;
  readonly id?: string | undefined;
}

const columns = sql`n.consent_id AS id, n.supporter_key, n.action_id, n.campaign_id, n.country, n.lang, n.state, n.because,
  n.offered_at AS "offeredAt", n.since, a.details_sealed`;
const beside = sql`JOIN actions a ON a.supporter_key = n.supporter_key AND a.id = n.action_id`;
const orderOf = (table: string): Order => ({
  by: sql.ref(`${table}.since`),
  kind: 'moment',
  id: sql.ref(`${table}.consent_id`),
  idType: 'uuid',
});

/** Those that fit, as far as a slice goes: of each state and each language as many are read as are wanted (migration 107). */
export async function selectNameSlice(
  queries: Queries,
  { states, lang, country, id }: NamesSought,
  slice: Slice,
): Promise<(NameRow & { readonly position: string })[]> {
  const sought = [
    ...(country ? [['country', sql`VALUES (${country}::char(3))`] as const] : []),
    ['state', sql`SELECT unnest(${[...states]}::text[])`] as const,
    ['lang', sql`SELECT unnest(${lang ? [lang] : [...langs]}::text[])`] as const,
  ];
  const each = sought.map(
    ([column, values]) => sql`CROSS JOIN (${values}) AS ${sql.ref(`of_${column}`)} (${sql.ref(column)})`,
  );
  const { within, ordered } = groupSliceParts(orderOf('n'), slice, {
    columns: sought.map(([column]) => sql.ref(`n.${column}`)),
    values: sought.map(([column]) => sql.ref(`of_${column}.${column}`)),
  });
  const parts = sliceParts(orderOf('one'), slice);
  // One that is named is looked up; what else it must be is asked of it alone.
  const found = id
    ? sql`SELECT n.* FROM offered_names n WHERE n.consent_id = ${id} AND n.state = ${anyOf(states, 'text')}
        AND ${lang ? sql`n.lang = ${lang}` : sql`true`} AND ${country ? sql`n.country = ${country}` : sql`true`}`
    : sql`SELECT o.* FROM (VALUES (0)) AS begun (n) ${sql.join(each, sql` `)} CROSS JOIN LATERAL (
        SELECT n.* FROM offered_names n WHERE ${within} ${ordered}) o`;
  const { rows } = await sql<NameRow & { position: string }>`
    WITH one AS MATERIALIZED (SELECT one.* FROM (${found}) one WHERE ${parts.within} ${parts.ordered})
    SELECT ${columns}, ${sliceParts(orderOf('n'), slice).position} AS position FROM one n ${beside}
    ${sliceParts(orderOf('n'), slice).ordered}`.execute(queries);
  return inOrder(rows, slice);
}

/** Those of the ids that there are, the longest offered first. */
export async function selectNamesAmong(queries: Queries, ids: readonly string[]): Promise<NameRow[]> {
  const { rows } = await sql<NameRow>`SELECT ${columns} FROM offered_names n ${beside}
    WHERE n.consent_id = ${anyOf(ids, 'uuid')} ORDER BY n.offered_at, n.consent_id`.execute(queries);
  return rows;
}

/** From which states names in some states of theirs are. */
export async function selectCountriesOfNames(queries: Queries, states: readonly NameState[]): Promise<string[]> {
  const { rows } = await sql<{
    country: string;
  }>`SELECT s.iso3 AS country FROM states s WHERE EXISTS (SELECT FROM offered_names n
    WHERE n.country = s.iso3 AND n.state = ${anyOf(states, 'text')})`.execute(queries);
  return rows.map(({ country }) => country);
}

/** How many wait for somebody's look. */
export function countOffered(queries: Queries): Promise<Counted> {
  return boundedCount(
    queries,
    sql`SELECT o.at FROM unnest(${[...langs]}::text[]) AS of_lang (lang) CROSS JOIN LATERAL (SELECT n.since AS at FROM offered_names n
      WHERE n.state = 'offered' AND n.lang = of_lang.lang ORDER BY n.since LIMIT 1001) o`,
  );
}

/**
 * Locks names, and before them the states that they are of, in the order in which whoever judges a state does: until the transaction ends
 * no risk rises and nobody else decides.
 * @returns those that stand in a state, of people whose state's risk is open
 */
export async function lockNames(
  trx: Queries,
  ids: readonly string[],
  states: readonly NameState[],
): Promise<NameRow[]> {
  await sql`SELECT FROM states WHERE iso3 IN (SELECT country FROM offered_names WHERE consent_id = ${anyOf(ids, 'uuid')})
    ORDER BY iso3 FOR SHARE`.execute(trx);
  const { rows } =
    await sql<NameRow>`SELECT ${columns} FROM offered_names n ${beside} JOIN states s ON s.iso3 = n.country
    WHERE n.consent_id = ${anyOf(ids, 'uuid')} AND n.state = ${anyOf(states, 'text')} AND s.risk = 'open' AND a.state = 'confirmed'
    ORDER BY n.supporter_key, n.consent_id FOR UPDATE OF n`.execute(trx);
  return rows;
}

export async function setNameState(
  trx: Queries,
  ids: readonly string[],
  state: Exclude<NameState, 'kept-back'>,
  because: RefusalReason | null,
): Promise<void> {
  await sql`UPDATE offered_names SET state = ${state}, because = ${because},
      since = CASE WHEN ${state}::text = 'offered' THEN offered_at ELSE now() END
    WHERE consent_id = ${anyOf(ids, 'uuid')}`.execute(trx);
}

export async function deleteNamesOf(trx: Queries, key: Buffer): Promise<void> {
  await trx.deleteFrom('offered_names').where('supporter_key', '=', key).execute();
}

/** What one person offered, and what was decided of it. */
export function selectNamesOf(queries: Queries, key: Buffer) {
  return queries
    .selectFrom('offered_names')
    .innerJoin('campaigns', 'campaigns.id', 'offered_names.campaign_id')
    .select(['slug', 'campaign_id', 'state', 'because', 'offered_at', 'since'])
    .where('supporter_key', '=', key)
    .orderBy('offered_at')
    .orderBy('consent_id')
    .execute();
}
