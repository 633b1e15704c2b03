import { z } from 'zod';
import { figureIds } from '../figures/figures.ts';
import { FORMER_IDS } from '../figures/former-ids.ts';
import type { Key } from '../locales/words.ts';
import { eventTypes } from '../record/event-types.ts';
import { type Endpoint, fromWorld, nameParameter, orNotFound, type RecordQuestion } from './endpoint.ts';
import { justOn, listOf } from './list-of.ts';
import {
  casesOf,
  event,
  eventsOf,
  figure,
  figureAs,
  movement,
  movementAs,
  oneCase,
  peopleOf,
  person,
  situation,
  situationsOf,
} from './record-answers.ts';

const slug = z.strictObject({ slug: nameParameter });

/** A figure that was renamed is found by its former id too, and answers with the one that it has now. */
const byFigure = z.strictObject({
  id: nameParameter.describe(`The figure's id. Former ids are understood: ${Object.keys(FORMER_IDS).join(', ')}`),
});

interface One<Item> {
  readonly path: string;
  readonly summaryKey: Key;
  readonly what: string;
  readonly item: z.ZodObject;
  readonly list: (question: RecordQuestion) => readonly Item[];
}

/** One of a list by its slug, with the day for which it is told. */
function oneOf<Item extends { readonly slug: string }>({ path, summaryKey, what, item, list }: One<Item>): Endpoint {
  return {
    path,
    summaryKey,
    params: slug,
    query: justOn,
    answer: item.extend({ on: z.string() }),
    handle: fromWorld((_world, given) => ({
      on: given.on,
      ...orNotFound(
        list(given).find((one) => one.slug === given.params.slug),
        what,
      ),
    })),
  };
}

export const recordEndpoints: readonly Endpoint[] = [
  {
    path: '/figures',
    summaryKey: 'api.endpoint.figures',
    query: justOn,
    answer: z.strictObject({ on: z.string(), items: z.array(figure.omit({ items: true })) }),
    handle: fromWorld((_world, given) => ({
      on: given.on,
      items: figureIds.map((id) => {
        const { items: _, ...rest } = figureAs(given, id);
        return rest;
      }),
    })),
  },
  {
    path: '/figures/{id}',
    summaryKey: 'api.endpoint.figure',
    params: byFigure,
    query: justOn,
    answer: figure,
    handle: fromWorld((_world, given) => figureAs(given, given.params.id ?? '')),
  },
  {
    path: '/figures/{id}/movement',
    summaryKey: 'api.endpoint.movement',
    params: byFigure,
    query: justOn,
    answer: movement,
    handle: fromWorld((_world, given) => movementAs(given, given.params.id ?? '')),
  },
  listOf({
    path: '/events',
    summaryKey: 'api.endpoint.events',
    item: event,
    filters: {
      situation: nameParameter.optional(),
      case: nameParameter.optional(),
      person: nameParameter.optional(),
      type: z.enum(eventTypes).optional(),
    },
    list: eventsOf,
    keyOf: ({ id }) => id,
  }),
  listOf({
    path: '/situations',
    summaryKey: 'api.endpoint.situations',
    item: situation,
    list: situationsOf,
    keyOf: (one) => one.slug,
  }),
  oneOf({
    path: '/situations/{slug}',
    summaryKey: 'api.endpoint.situation',
    what: 'situation',
    item: situation,
    list: situationsOf,
  }),
  listOf({
    path: '/cases',
    summaryKey: 'api.endpoint.cases',
    item: oneCase,
    list: casesOf,
    keyOf: (one) => one.slug,
  }),
  oneOf({ path: '/cases/{slug}', summaryKey: 'api.endpoint.case', what: 'case', item: oneCase, list: casesOf }),
  listOf({
    path: '/people',
    summaryKey: 'api.endpoint.people',
    item: person,
    list: peopleOf,
    keyOf: (one) => one.slug,
  }),
  oneOf({
    path: '/people/{slug}',
    summaryKey: 'api.endpoint.person',
    what: 'person',
    item: person,
    list: peopleOf,
  }),
];
