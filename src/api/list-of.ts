import { z } from 'zod';
import type { Key } from '../locales/words.ts';
import { type Endpoint, fromWorld, on, type RecordQuestion } from './endpoint.ts';
import { pageIn, pageOf, paging } from './pages-of.ts';

/** What takes a day and nothing else. */
export const justOn = z.strictObject({ on });

interface List<Item> {
  readonly path: string;
  /** What it is, as the catalogues have it. */
  readonly summaryKey: Key;
  readonly item: z.ZodType;
  readonly filters?: z.ZodRawShape;
  /** The last day for which the sources of the list speak; left out: those about the Court. */
  readonly knownThrough?: (question: RecordQuestion) => string;
  readonly list: (question: RecordQuestion) => readonly Item[];
  readonly keyOf: (item: Item) => string;
}

const ofTheCourt = ({ world }: RecordQuestion) => world.docket.knownThrough;

/** A list with pages, as an endpoint. */
export function listOf<Item>({
  path,
  summaryKey,
  item: shape,
  filters = {},
  knownThrough = ofTheCourt,
  list,
  keyOf,
}: List<Item>): Endpoint {
  return {
    path,
    summaryKey,
    query: z.strictObject({ on, ...filters, ...paging }),
    answer: pageOf(shape),
    handle: fromWorld((_world, given) => {
      const { limit, cursor } = given.query as { limit: number; cursor: string | undefined };
      return { on: given.on, knownThrough: knownThrough(given), ...pageIn(list(given), keyOf, { limit, cursor }) };
    }),
  };
}
