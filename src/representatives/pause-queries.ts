import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Queries } from '../database/database.ts';
import { inOrder, type Order, type Slice, sliceParts } from '../database/slice.ts';
import type { PublicOffice } from '../states/public-offices.ts';
import type { pauseReasons } from './mailbox-queries.ts';

/** What is paused: a mailbox, for one of our reasons, or a domain, for what its mail server said. */
export const pausedKinds = ['mailbox', 'domain'] as const;

/** As the office lists it. */
export interface PausedRow {
  /** An address or a domain. */
  readonly id: string;
  readonly kind: (typeof pausedKinds)[number];
  readonly since: Date;
  readonly because: (typeof pauseReasons)[number] | (string & {});
  readonly position: string;
}

/** What may be asked of them. */
export interface PausedSought {
  /** A part of the address or domain. */
  readonly q?: string | undefined;
  readonly kind?: (typeof pausedKinds)[number] | undefined;
  readonly because?: string | undefined;
}

const order: Order = { by: sql`p.since`, kind: 'moment', id: sql`p.id`, idType: 'text' };

export async function selectPausedSlice(queries: Queries, sought: PausedSought, slice: Slice): Promise<PausedRow[]> {
  const { within, ordered } = sliceParts(order, slice);
  return inOrder(await selectPaused(queries, sql`${within} AND ${fitting(sought)}`, ordered), slice);
}

/** Of several those that are paused still. */
export function selectPausedAmong(queries: Queries, names: readonly string[]): Promise<PausedRow[]> {
  return selectPaused(queries, sql`p.id = ${anyOf(names, 'text')}`, sql`ORDER BY p.since, p.id`);
}

async function selectPaused(
  queries: Queries,
  where: RawBuilder<unknown>,
  ordered: RawBuilder<unknown>,
): Promise<PausedRow[]> {
  const { position } = sliceParts(order, { descending: false, limit: 1 });
  // A mailbox that nobody is reached at any more needs nobody's look.
  const { rows } = await sql<PausedRow>`SELECT p.*, ${position} AS position
    FROM (SELECT domain AS id, 'domain' AS kind, paused_at AS since, coalesce(paused_because, '') AS because
        FROM receiving_domains WHERE paused_at IS NOT NULL
      UNION ALL SELECT address, 'mailbox', paused_at, coalesce(paused_because, '') FROM mailboxes m WHERE paused_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM channels c WHERE c.mailbox = m.address AND c.ended_at IS NULL)) AS p
    WHERE ${where} ${ordered}`.execute(queries);
  return rows;
}

function fitting({ q, kind, because }: PausedSought): RawBuilder<unknown> {
  const all = [
    sql`true`,
    ...(q ? [sql`strpos(p.id, ${q.toLowerCase()}) > 0`] : []),
    ...(kind ? [sql`p.kind = ${kind}`] : []),
    ...(because ? [sql`p.kind = 'mailbox' AND p.because = ${because}`] : []),
  ];
  return sql.join(all, sql` AND `);
}

/** Somebody who is reached at an address. */
export interface Reached {
  readonly id: string;
  readonly channel: string;
  readonly state: string;
  readonly office: PublicOffice | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly value: string;
}

export async function selectReached(
  queries: Queries,
  at: { readonly mailbox: string } | { readonly domain: string },
  most: number,
): Promise<Reached[]> {
  const where =
    'mailbox' in at
      ? sql`c.mailbox = ${at.mailbox}`
      : sql`c.mailbox IN (SELECT address FROM mailboxes WHERE domain = ${at.domain})`;
  const { rows } = await sql<Reached>`SELECT r.id, c.id AS channel, r.state, r.office, r.name, c.value,
      (SELECT role FROM mandates WHERE representative_id = r.id AND current ORDER BY id LIMIT 1) AS role
    FROM channels c JOIN representatives r ON r.id = c.representative_id
    WHERE ${where} AND c.ended_at IS NULL ORDER BY r.state, r.id LIMIT ${most}`.execute(queries);
  return rows;
}
