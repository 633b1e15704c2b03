import { z } from 'zod';
import { type Asked, type Endpoint, on } from './endpoint.ts';
import { pageIn, pageOf, paging } from './pages-of.ts';

/** What takes a day and nothing else. */
export const justOn = z.strictObject({ on });

interface List<Item> {
  readonly path: string;
  readonly what: string;
  readonly item: z.ZodType;
  readonly filters?: z.ZodRawShape;
  readonly list: (asked: Asked) => readonly Item[];
  readonly keyOf: (item: Item) => string;
}

/** A list with pages, as an endpoint. */
export function listOf<Item>({ path, what, item: shape, filters = {}, list, keyOf }: List<Item>): Endpoint {
  return {
    path,
    summary: what,
    query: z.strictObject({ on, ...filters, ...paging }),
    answer: pageOf(shape),
    handle: (given) => {
      const { limit, cursor } = given.query as { limit: number; cursor: string | undefined };
      const { knownThrough } = given.world.docket;
      return { on: given.on, knownThrough, ...pageIn(list(given), keyOf, { limit, cursor }) };
    },
  };
}
