import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Queries } from '../database/database.ts';
import { inOrder, type Order, type Slice, sliceParts } from '../database/slice.ts';
import { fromPaused, type pauseReasons } from './mailbox-queries.ts';

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
  const { rows } =
    await sql<PausedRow>`SELECT p.*, ${position} AS position ${fromPaused} WHERE ${where} ${ordered}`.execute(queries);
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
