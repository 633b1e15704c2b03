import type { ActorId } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Drop } from '../http/drop.ts';
import { dropPages } from '../http/invalidation.ts';
import type { Publication } from './publication.ts';
import type { Item } from './publication-kind.ts';
import {
  type Barrier,
  deletePublications,
  insertPublication,
  insertPublished,
  lockPublication,
  type PublicationRow,
  selectPublications,
  setBarrier,
  setEmbargo,
  setPublic,
  setUnpublished,
} from './publication-queries.ts';

/** There is no publication of this thing. */
export class UnknownPublicationError extends Error {
  override readonly name = 'UnknownPublicationError';
}

/** What the gate reads of all things of some kinds, by their ids. */
export async function publicationsOf(
  queries: Queries,
  ...kinds: readonly string[]
): Promise<ReadonlyMap<string, Publication>> {
  const rows = await selectPublications(queries, kinds);
  return new Map(rows.map((row) => [row.id, publicationOf(row)]));
}

function publicationOf({ embargoed_until, withdrawn_at, hidden_at, languages }: PublicationRow): Publication {
  return {
    embargoedUntil: embargoed_until,
    withdrawnAt: withdrawn_at,
    hidden: hidden_at !== null,
    publicFrom: new Map(languages.flatMap(({ lang, public_from }) => (public_from ? [[lang, public_from]] : []))),
  };
}

/** Of a new thing, published at once in some languages; what is known of it already stays. */
export async function publishNew(
  queries: Queries,
  { id, kind }: Pick<Item, 'id' | 'kind'>,
  langs: readonly Lang[],
  by: ActorId,
): Promise<void> {
  await insertPublication(queries, id, kind);
  await insertPublished(queries, id, langs, by);
}

/** Withdraws a thing, within a transaction that drops its pages. */
export function withdrawWithin(trx: Queries, id: string, by: ActorId, why: string): Promise<void> {
  return setBarrier(trx, id, 'withdrawn', why, by);
}

/** Shows a thing again that was withdrawn, within a transaction that drops its pages. */
export function showWithin(trx: Queries, id: string, by: ActorId): Promise<void> {
  return setBarrier(trx, id, 'withdrawn', undefined, by);
}

/** Of things that are deleted. */
export function removePublications(trx: Queries, ids: readonly string[]): Promise<void> {
  return deletePublications(trx, ids);
}

/** Takes languages of a thing back to its makers, within a transaction that drops its pages. */
export function unpublishWithin(trx: Queries, id: string, langs: readonly Lang[], by: ActorId): Promise<void> {
  return setUnpublished(trx, id, langs, 'draft', by);
}

/** Publishes a thing in some languages. @param from by the database's clock; undefined: now; what is to come is scheduled */
export function publish(database: Database, item: Item, langs: readonly Lang[], by: ActorId, from?: Date) {
  return changed(database, item, 'refresh', from, (trx) => setPublic(trx, item.id, langs, from, by));
}

/** Takes languages of a thing back to its makers. */
export function unpublish(
  database: Database,
  item: Item,
  langs: readonly Lang[],
  to: 'draft' | 'in-review',
  by: ActorId,
) {
  return changed(database, item, 'remove', undefined, (trx) => setUnpublished(trx, item.id, langs, to, by));
}

/** Keeps a thing from everybody until a moment, in every language; undefined: no longer. */
export function embargo(database: Database, item: Item, until: Date | undefined, by: ActorId, why = '') {
  return changed(database, item, until ? 'remove' : 'refresh', undefined, (trx) =>
    setEmbargo(trx, item.id, until, why, by),
  );
}

/**
 * Keeps a thing from everybody: `withdrawn` by those whose it is, `hidden` by whoever keeps readers from harm.
 * @param why undefined: no longer
 */
export function bar(database: Database, item: Item, barrier: Barrier, by: ActorId, why: string | undefined) {
  return changed(database, item, why === undefined ? 'refresh' : 'remove', undefined, (trx) =>
    setBarrier(trx, item.id, barrier, why, by),
  );
}

/**
 * What hides removes the pages, what publishes refreshes them; both in the transaction that changes.
 * @param later a moment until which something that was published is not: that hides
 * @throws UnknownPublicationError
 */
function changed(
  database: Database,
  { id, tags }: Item,
  how: Drop,
  later: Date | undefined,
  change: (trx: Queries) => Promise<void>,
): Promise<void> {
  return database.transaction().execute(async (trx) => {
    if (!(await lockPublication(trx, id))) throw new UnknownPublicationError(id);
    await change(trx);
    await dropPages(trx, tags, later ? 'remove' : how);
  });
}
