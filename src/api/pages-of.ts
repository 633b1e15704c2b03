import { z } from 'zod';
import { ProblemError } from './problem.ts';

const MOST = 500;

/** What a list takes besides its filters. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(MOST).default(100).describe(`At most so many items, up to ${MOST}`),
  cursor: z.string().max(400).optional().describe('`next` of the page before'),
};

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    on: z.string(),
    knownThrough: z
      .string()
      .describe('The last day for which the sources of the list speak; of states, those on the treaty asked for'),
    total: z.number(),
    items: z.array(item),
    next: z.string().nullable().describe('The cursor of the next page; null on the last'),
  });

/**
 * A page of a list that is in a fixed order.
 * @param keyOf tells items apart; a cursor is the key of the last item given, so that a list that grows repeats and leaves out none
 * @throws ProblemError for a cursor that is none of ours
 */
export function pageIn<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { limit, cursor }: { limit: number; cursor: string | undefined },
): { total: number; items: readonly Item[]; next: string | null } {
  const after = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString();
  const start = after === undefined ? 0 : items.findIndex((item) => keyOf(item) === after) + 1;
  if (after !== undefined && start === 0)
    throw new ProblemError(400, 'Unknown cursor', 'cursor: take it from `next` of a page');
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  const more = start + limit < items.length && last !== undefined;
  return { total: items.length, items: page, next: more ? Buffer.from(keyOf(last)).toString('base64url') : null };
}
