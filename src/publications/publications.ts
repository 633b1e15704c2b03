import { refuseUnlessMay } from '../accounts/may.ts';
import type { ActorId } from '../actors/actors.ts';
import { type Change, type Fields, writeAudit } from '../audit/audit.ts';
import type { Lang } from '../config/langs.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Drop } from '../http/drop.ts';
import { dropPages } from '../http/invalidation.ts';
import type { Publication } from './publication.ts';
import type { Item, LanguageState } from './publication-kind.ts';
import {
  type Barrier,
  deletePublications,
  findPublication,
  insertDrafts,
  insertPublication,
  insertPublished,
  lockPublication,
  type PublicationRow,
  selectPublication,
  selectPublications,
  selectStates,
  setBarrier,
  setEmbargo,
  setPublic,
  setUnpublished,
} from './publication-queries.ts';

export { selectStates as statesOf } from './publication-queries.ts';

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

/** The same of some things alone. */
export async function publicationsAmong(
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Publication>> {
  const rows = await Promise.all(ids.map((id) => findPublication(queries, id)));
  return new Map(rows.flatMap((row) => (row ? [[row.id, publicationOf(row)]] : [])));
}

function publicationOf({ id, embargoed_until, withdrawn_at, hidden_at, languages }: PublicationRow): Publication {
  return {
    item: id,
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

/** Of a new thing, or in languages that are new to one, for those who make it. */
export async function draftNew(
  trx: Queries,
  { id, kind }: Pick<Item, 'id' | 'kind'>,
  langs: readonly Lang[],
  by: ActorId,
): Promise<void> {
  await insertPublication(trx, id, kind);
  await insertDrafts(trx, id, langs, by);
}

/**
 * In which state a thing is in each language that it has, until the transaction ends: whoever changes it, or its words, takes turns. Of a
 * thing without a publication, nothing.
 */
export async function lockedStates(trx: Queries, id: string): Promise<ReadonlyMap<Lang, LanguageState['state']>> {
  await lockPublication(trx, id);
  return new Map((await selectStates(trx, id)).map(({ lang, state }) => [lang, state]));
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
  // A moment to come hides what was published.
  return changed(database, item, { how: from ? 'remove' : 'refresh', by, operation: 'publications.publish' }, (trx) =>
    setPublic(trx, item.id, langs, from, by),
  );
}

/** The same, now, within a transaction that publishes more. */
export function publishWithin(trx: Queries, item: Item, langs: readonly Lang[], by: ActorId): Promise<void> {
  const change = { how: 'refresh', by, operation: 'publications.publish' } as const;
  return changedWithin(trx, item, change, () => setPublic(trx, item.id, langs, undefined, by));
}

/** Takes languages of a thing back to its makers. */
export function unpublish(
  database: Database,
  item: Item,
  langs: readonly Lang[],
  to: 'draft' | 'in-review',
  by: ActorId,
) {
  const change = { how: 'remove', by, operation: 'publications.unpublish' } as const;
  return changed(database, item, { ...change, of: langs }, (trx) => setUnpublished(trx, item.id, langs, to, by));
}

/** Keeps a thing from everybody until a moment, in every language; undefined: no longer. */
export function embargo(database: Database, item: Item, until: Date | undefined, by: ActorId, why = '') {
  const change = until
    ? ({ how: 'remove', by, operation: 'publications.embargo', because: why } as const)
    : ({ how: 'refresh', by, operation: 'publications.end-embargo' } as const);
  return changed(database, item, change, (trx) => setEmbargo(trx, item.id, until, why, by));
}

const barring = { withdrawn: 'publications.withdraw', hidden: 'publications.hide' } as const;
const unbarring = { withdrawn: 'publications.reinstate', hidden: 'publications.unhide' } as const;

/**
 * Keeps a thing from everybody: `withdrawn` by those whose it is, `hidden` by whoever keeps readers from harm.
 * @param why undefined: no longer
 */
export function bar(database: Database, item: Item, barrier: Barrier, by: ActorId, why: string | undefined) {
  const change =
    why === undefined
      ? ({ how: 'refresh', by, operation: unbarring[barrier] } as const)
      : ({ how: 'remove', by, operation: barring[barrier], because: why } as const);
  const guarded = async (trx: Queries) => item.guard?.(trx, item.id, why === undefined ? 'shown' : barrier);
  return changed(database, item, change, (trx) => setBarrier(trx, item.id, barrier, why, by), guarded);
}

type HowChanged = Pick<Change, 'by' | 'operation' | 'because'> & {
  readonly how: Drop;
  /** Languages that go to their makers or to those who review them; undefined: it is about readers. */
  readonly of?: readonly Lang[];
};

/**
 * What hides removes the pages, what publishes refreshes them; both, and the entry in the audit, in the transaction that changes.
 * @throws UnknownPublicationError
 * @throws NotAllowedError where whoever does it may not, with this thing as it is
 */
function changed(
  database: Database,
  item: Item,
  how: HowChanged,
  carryOut: (trx: Queries) => Promise<void>,
  first?: (trx: Queries) => Promise<void>,
): Promise<void> {
  return database.transaction().execute(async (trx) => {
    await first?.(trx);
    await changedWithin(trx, item, how, carryOut);
  });
}

async function changedWithin(
  trx: Queries,
  { id, kind, name, tags }: Item,
  { how, of, ...change }: HowChanged,
  carryOut: (trx: Queries) => Promise<void>,
): Promise<void> {
  if (!(await lockPublication(trx, id))) throw new UnknownPublicationError(id);
  await refuseUnlessMay(trx, change.by, of ? await wantedOf(trx, id, of) : [{ deed: 'publications.change' }]);
  const before = await fieldsOf(trx, id);
  await carryOut(trx);
  await writeAudit(trx, { ...change, item: [kind, name], before, after: await fieldsOf(trx, id) });
  await dropPages(trx, tags, how);
}

/** What readers see, or will, is taken from them; the rest is handed on among those who make it. */
async function wantedOf(trx: Queries, id: string, langs: readonly Lang[]) {
  const { languages } = await selectPublication(trx, id);
  return langs.map((lang) => {
    const state = languages.find((one) => one.lang === lang)?.state;
    const shown = state === 'scheduled' || state === 'published';
    return { deed: shown ? 'publications.change' : 'publications.hand-in', item: { lang, state } } as const;
  });
}

async function fieldsOf(trx: Queries, id: string): Promise<Fields> {
  const { embargoed_until, withdrawn_at, hidden_at, languages } = await selectPublication(trx, id);
  const states = languages.map(({ lang, state, public_from }) => [
    lang,
    [state, ...(public_from ? [public_from.toISOString()] : [])],
  ]);
  return { embargoed_until, withdrawn_at, hidden_at, ...Object.fromEntries(states) };
}
