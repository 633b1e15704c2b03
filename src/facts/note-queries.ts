import { sql } from 'kysely';
import type { ActorId } from '../actors/actors.ts';
import { anyOf } from '../database/any-of.ts';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';
import { type Order, type Slice, selectSlice } from '../database/slice.ts';
import type { draftKinds } from './facts-queries.ts';
import type { DatasetName } from './shapes.ts';

export type NoteKind = (typeof draftKinds)[number];

/** What a revision of the record left for staff to look at. */
export interface Note {
  readonly id: string;
  readonly revision: number;
  readonly dataset: DatasetName;
  readonly at: Date;
  readonly why: string;
  /** Of kind `newsroom`: rows that are new or say something else. */
  readonly facts: readonly NotedFact[];
  /** Of kind `asks`: states whose ask became another. */
  readonly changed: readonly ChangedAsk[];
  readonly position: string;
}

export interface NotedFact {
  readonly file: string;
  readonly key: string;
}

export interface ChangedAsk {
  readonly campaign: string;
  readonly state: string;
  readonly was?: string | undefined;
  readonly is?: string | undefined;
}

function notes(queries: Queries, kind: NoteKind) {
  return queries
    .selectFrom('drafts as d')
    .innerJoin('revisions as r', 'r.id', 'd.revision')
    .select(['d.id', 'd.revision', 'd.created_at as at', 'r.why'])
    .select(sql<DatasetName>`r.dataset`.as('dataset'))
    .select(sql<readonly NotedFact[]>`coalesce(d.content -> 'facts', '[]')`.as('facts'))
    .select(sql<readonly ChangedAsk[]>`coalesce(d.content -> 'changed', '[]')`.as('changed'))
    .where('d.kind', '=', kind);
}

const byMoment: Order = { by: sql.ref('d.created_at'), kind: 'moment', id: sql.ref('d.id'), idType: 'uuid' };

/** Those that nobody has dealt with. @param revision of one alone */
export function selectNotes(queries: Queries, kind: NoteKind, slice: Slice, revision?: number): Promise<Note[]> {
  const open = notes(queries, kind).where('d.settled_at', 'is', null);
  return selectSlice(revision === undefined ? open : open.where('d.revision', '=', revision), byMoment, slice);
}

/** Some of them, dealt with or not. */
export function selectNotesNamed(queries: Queries, kind: NoteKind, ids: readonly string[]): Promise<Note[]> {
  const named = notes(queries, kind).select(sql<string>`''`.as('position')).where('d.id', '=', anyOf(ids, 'uuid'));
  return named.orderBy('d.created_at').execute();
}

export function countNotes(queries: Queries, kind: NoteKind): Promise<Counted> {
  return boundedCount(queries, sql`SELECT created_at AS at FROM drafts WHERE settled_at IS NULL AND kind = ${kind}`);
}

/** @returns the ids of those that were still open */
export async function settleNotes(
  trx: Queries,
  kind: NoteKind,
  ids: readonly string[],
  by: ActorId,
): Promise<string[]> {
  const settled = await trx
    .updateTable('drafts')
    .set({ settled_at: sql<Date>`now()`, settled_by: by })
    .where('id', '=', anyOf(ids, 'uuid'))
    .where('kind', '=', kind)
    .where('settled_at', 'is', null)
    .returning('id')
    .execute();
  return settled.map(({ id }) => id);
}

/** When a data set was changed last. */
export async function selectLastRevision(queries: Queries, dataset: string): Promise<Date | undefined> {
  const last = queries.selectFrom('revisions').select('at').where('dataset', '=', dataset);
  return (await last.orderBy('id', 'desc').limit(1).executeTakeFirst())?.at;
}
