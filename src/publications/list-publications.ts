import type { Queries } from '../database/database.ts';
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

/** Every authored thing under its name, with what stands between it and its readers. */
export async function listPublications(queries: Queries, kinds: readonly PublicationKind[]): Promise<Listed[]> {
  const all = await Promise.all(
    kinds.map(async ({ kind, named }) => {
      const rows = new Map((await selectPublications(queries, [kind])).map((row) => [row.id, row]));
      return [...(await named(queries))].flatMap(([name, id]) => {
        const row = rows.get(id);
        return row ? [{ ...row, kind, name }] : [];
      });
    }),
  );
  return all.flat();
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
  return { id, kind, name, tags: of.tags };
}
