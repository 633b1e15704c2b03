import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { Happening } from './happenings.ts';

/** Of which campaign, and whether what was tried in a demonstration. */
export interface OfCampaign {
  readonly campaign: string;
  readonly tried: boolean;
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

export interface NumberRow {
  readonly happening: Happening;
  /** A day, a month, an ask’s id, a state’s code or a language. */
  readonly key: string;
  readonly number: number;
}

/** Of each day. */
export async function selectDays(
  queries: Queries,
  { campaign, tried }: OfCampaign,
  { from, to }: Days,
): Promise<NumberRow[]> {
  const { rows } = await sql<NumberRow>`
    SELECT happening, day::text AS key, number FROM statistics
    WHERE campaign_id = ${campaign} AND tried = ${tried} AND num_nonnulls(ask_id, country, lang) = 0
      AND day BETWEEN ${from}::date AND ${to}::date`.execute(queries);
  return rows;
}

/** Of each month, up to a day. */
export async function selectMonths(queries: Queries, of: OfCampaign, to: string): Promise<NumberRow[]> {
  const { rows } = await sql<NumberRow>`
    SELECT happening, to_char(day, 'YYYY-MM') AS key, sum(number)::bigint AS number FROM statistics
    WHERE campaign_id = ${of.campaign} AND tried = ${of.tried} AND num_nonnulls(ask_id, country, lang) = 0 AND day <= ${to}::date
    GROUP BY 1, 2`.execute(queries);
  return rows;
}

const columns = { asks: 'ask_id', states: 'country', languages: 'lang' } as const;
export type Parts = keyof typeof columns;

/** Of each ask, state or language, over some days. */
export async function selectParts(
  queries: Queries,
  by: Parts,
  { campaign, tried }: OfCampaign,
  { from, to }: Days,
  wanted: readonly Happening[],
): Promise<NumberRow[]> {
  const column = sql.ref(columns[by]);
  const { rows } = await sql<NumberRow>`
    SELECT happening, ${column}::text AS key, sum(number)::bigint AS number FROM statistics
    WHERE campaign_id = ${campaign} AND tried = ${tried} AND happening = ANY (${[...wanted]}::text[]) AND ${column} IS NOT NULL
      AND day BETWEEN ${from}::date AND ${to}::date
    GROUP BY 1, 2`.execute(queries);
  return rows;
}

/** The first day of which anything is counted. */
export async function selectFirstDay(queries: Queries, { campaign, tried }: OfCampaign): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    SELECT min(day)::text AS day FROM statistics
    WHERE campaign_id = ${campaign} AND tried = ${tried} AND num_nonnulls(ask_id, country, lang) = 0`.execute(queries);
  return rows[0]?.day ?? undefined;
}
