import type { Queries } from '../database/database.ts';
import { momentOf } from '../http/moment.ts';
import type { Item, PublicationKind } from './publication-kind.ts';
import { type PublicationRow, selectPublications } from './publication-queries.ts';

/** What an operator typed names nothing; the message says what there is. */
export class NoSuchItemError extends Error {
  override readonly name = 'NoSuchItemError';
}

export interface Listed extends PublicationRow {
  readonly kind: string;
  readonly name: string;
}

/**
 * Every authored thing under its name, with what stands between it and its readers at this moment of the database, by which the gate
 * judges: an embargo that is over is none, and what was scheduled is published from its moment on.
 */
export async function listPublications(queries: Queries, kinds: readonly PublicationKind[]): Promise<Listed[]> {
  const { at: now } = await momentOf(queries);
  const all = await Promise.all(
    kinds.map(async ({ kind, named }) => {
      const rows = new Map((await selectPublications(queries, [kind])).map((row) => [row.id, row]));
      return [...(await named(queries))].flatMap(([name, id]) => {
        const row = rows.get(id);
        return row ? [{ ...asItStands(row, now), kind, name }] : [];
      });
    }),
  );
  return all.flat();
}

function asItStands({ embargoed_until, languages, ...row }: PublicationRow, now: Date): PublicationRow {
  return {
    ...row,
    embargoed_until: embargoed_until && embargoed_until > now ? embargoed_until : null,
    languages: languages.map((one) =>
      one.state === 'scheduled' && one.public_from && one.public_from <= now ? { ...one, state: 'published' } : one,
    ),
  };
}

/** @throws NoSuchItemError naming the kinds, or the names of one */
export async function findItem(
  queries: Queries,
  kinds: readonly PublicationKind[],
  kind: string,
  name: string,
): Promise<Item> {
  const of = kinds.find((one) => one.kind === kind);
  if (!of) throw new NoSuchItemError(`KIND: ${kinds.map((one) => one.kind).join(' or ')}, not “${kind}”`);
  const names = await of.named(queries);
  const id = names.get(name);
  if (id === undefined) throw new NoSuchItemError(`no ${kind} “${name}”; there are: ${[...names.keys()].join(', ')}`);
  return { id, kind, name, tags: of.tags, guard: of.guard };
}
