import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Database } from '../database/database.ts';
import { isId } from '../database/is-id.ts';
import { groupSliceParts, type Order, type Slice, sliceParts } from '../database/slice.ts';
import { type PublicOffice, publicOffices } from '../states/public-offices.ts';

/** How somebody can be mailed, and where they stand: by these the office looks for them. */
export const mailWays = ['with', 'without', 'paused'] as const;
export const officeTimes = ['in-office', 'to-come', 'ended'] as const;

/** What is asked of those who can be written to. */
export interface SoughtAddressees {
  /** An id, ours or a source's; an address; else words of a name. */
  readonly q: string | undefined;
  /** Offices that these words mean. */
  readonly offices: readonly PublicOffice[];
  /** Codes, or where in a statement one stands; left out: of any. */
  readonly states: readonly string[] | RawBuilder<unknown> | undefined;
  readonly office: PublicOffice | 'person' | undefined;
  readonly mail: (typeof mailWays)[number] | undefined;
  readonly time: (typeof officeTimes)[number] | undefined;
  /** On which somebody is in office or not yet. */
  readonly on: string;
}

/** As an index has them (migration 092). */
const term = sql`(CASE WHEN r.ended_on IS NOT NULL THEN 'ended' WHEN r.begins_on IS NOT NULL THEN 'begins' ELSE 'in-office' END)`;
const office = sql`coalesce(r.office, 'person')`;
export const byName = sql`folded(coalesce(r.name, r.office))`;

interface Part {
  readonly name: string;
  readonly column: RawBuilder<unknown>;
  readonly values: RawBuilder<unknown>;
}

const times = { 'in-office': ['in-office', 'begins'], 'to-come': ['begins'], ended: ['ended'] } as const;
const everyTime = ['in-office', 'begins', 'ended'] as const;

/** Codes, or a row beside which has one. */
const statesOf = (states: readonly string[] | RawBuilder<unknown>) =>
  Array.isArray(states) ? sql`SELECT unnest(${states}::char(3)[])` : sql`VALUES (${states})`;

/** In which parts of an index those stand who fit. */
function partsOf(sought: SoughtAddressees, byChange: boolean): readonly Part[] {
  const { states, mail, time } = sought;
  const texts = (values: readonly string[]) => sql`SELECT unnest(${[...values]}::text[])`;
  const of = states && { name: 'state', column: sql`r.state`, values: statesOf(states) };
  const narrow = sought.office !== undefined || mail !== undefined || time !== undefined || (of && byChange);
  if (!narrow) return of ? [of] : [];
  const parts = [
    { name: 'term', column: term, values: texts(time ? times[time] : everyTime) },
    { name: 'office', column: office, values: texts(sought.office ? [sought.office] : [...publicOffices, 'person']) },
  ];
  const reached = mail === undefined ? sql`VALUES (true), (false)` : sql`VALUES (${mail !== 'without'}::boolean)`;
  const byMail = { name: 'by_mail', column: sql`r.by_mail`, values: reached };
  // In the order of the indexes: those of a state begin with another column than those of all, so that neither can stand for the other.
  return of ? [byMail, ...parts, of] : [...parts, byMail];
}

/** What of somebody who stands there has to be looked at still. */
function beside({ time, on }: SoughtAddressees): RawBuilder<boolean> {
  if (time === 'to-come') return sql`r.begins_on > ${on}::date`;
  if (time === 'in-office') return sql`(r.begins_on IS NULL OR r.begins_on <= ${on}::date)`;
  return sql`true`;
}

/**
 * Those who fit, as far as a slice goes: their `id`, and `value` by which they stand where they stand. As many are read of each part of an
 * index as are wanted, whether many fit, few or none.
 * @param called what of their names has to be looked at still
 */
export function slicedAddressees(
  sought: SoughtAddressees,
  order: Order,
  slice: Slice,
  called: RawBuilder<boolean> = sql`true`,
): RawBuilder<unknown> {
  const parts = partsOf(sought, order.kind === 'moment');
  const fits = sql`${beside(sought)} AND ${called}`;
  const columns = sql`r.id, ${order.by} AS value FROM representatives r`;
  if (parts.length === 0) {
    const { within, ordered } = sliceParts(order, slice);
    return sql`SELECT ${columns} WHERE ${within} AND ${fits} ${ordered}`;
  }
  const { within, ordered } = groupSliceParts(order, slice, {
    columns: parts.map(({ column }) => column),
    values: parts.map(({ name }) => sql.ref(`of_${name}.one`)),
  });
  const each = parts.map(({ name, values }) => sql`CROSS JOIN (${values}) AS ${sql.ref(`of_${name}`)} (one)`);
  const together = { ...order, by: sql`one.value`, id: sql`one.id` };
  return sql`SELECT one.* FROM (VALUES (0)) AS begun (n) ${sql.join(each, sql` `)} CROSS JOIN LATERAL (
    SELECT ${columns} WHERE ${within} AND ${fits} ${ordered}) one ${sliceParts(together, slice).ordered}`;
}

/** Of some, who are few, those who fit. @param among a SELECT of their ids */
export function slicedAmong(
  sought: SoughtAddressees,
  order: Order,
  slice: Slice,
  among: RawBuilder<unknown>,
  called: RawBuilder<boolean> = sql`true`,
): RawBuilder<unknown> {
  const { within, ordered } = sliceParts(order, slice);
  const fits = partsOf(sought, false).map(({ column, values }) => sql`${column} IN (${values})`);
  return sql`SELECT r.id, ${order.by} AS value FROM (${among}) AS few (id)
    CROSS JOIN LATERAL (SELECT * FROM representatives WHERE id = few.id LIMIT 1) r
    WHERE ${sql.join([within, beside(sought), called, ...fits], sql` AND `)} ${ordered}`;
}

/** Whom mail would reach, were the mailbox or its domain not paused. */
export const paused = sql`SELECT c.representative_id FROM mailboxes b JOIN channels c ON c.mailbox = b.address AND c.ended_at IS NULL
    WHERE b.paused_at IS NOT NULL
  UNION SELECT c.representative_id FROM receiving_domains d JOIN mailboxes b ON b.domain = d.domain
    JOIN channels c ON c.mailbox = b.address AND c.ended_at IS NULL WHERE d.paused_at IS NOT NULL`;

const MOST_WORDS = 6;
/** Of so few letters an index of letters knows nothing but what begins with them. */
const SHORT = 3;
/** Who are more are found soon enough on the way through all of them. */
const FEW = 2_000;

/** Whether somebody's name has all of these words. */
export function calledBy(q: string): RawBuilder<boolean> {
  const words = q.split(/\s+/).slice(0, MOST_WORDS);
  const each = words.map((word) => {
    const part = sql`folded(${word.replace(/[\\%_]/g, '\\$&')})`;
    if ([...word].length >= SHORT) return sql`folded(r.name) LIKE '%' || ${part} || '%'`;
    return sql`(folded(r.name) LIKE ${part} || '%' OR folded(r.name) LIKE '% ' || ${part} || '%')`;
  });
  return sql<boolean>`${sql.join(each, sql` AND `)}`;
}

interface Meant {
  readonly q: string;
  readonly offices: readonly PublicOffice[];
}

/** Whether somebody is meant. */
export function meantBy({ q, offices }: Meant): RawBuilder<boolean> {
  const one = isId(q) ? sql`r.id = ${q}::uuid` : sql`r.external_id = ${q}`;
  return sql<boolean>`(${one} OR r.office = ${anyOf(offices, 'text')} OR ${calledBy(q)})`;
}

/** The ids of those who are meant by an id, an address, an office or a name; undefined where these are many. */
export async function selectMeant(database: Database, { q, offices }: Meant): Promise<readonly string[] | undefined> {
  const { rows } = await database.transaction().execute(async (trx) => {
    // By indexes: PostgreSQL would rather go through all of them wherever it expects many.
    await sql`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`.execute(
      trx,
    );
    return sql<{ id: string }>`(SELECT r.id FROM representatives r WHERE ${calledBy(q)} LIMIT ${FEW + 1})
      UNION SELECT id FROM representatives WHERE id = ${isId(q) ? q : null}::uuid
      UNION SELECT id FROM representatives WHERE external_id = ${q}
      UNION SELECT representative_id FROM channels WHERE mailbox = ${q.toLowerCase()} AND ended_at IS NULL
      UNION SELECT id FROM representatives WHERE office = ${anyOf(offices, 'text')}`.execute(trx);
  });
  return rows.length > FEW ? undefined : rows.map(({ id }) => id);
}
