import { z } from 'zod';
import { figureIds } from '../figures/figures.ts';
import { FORMER_IDS } from '../figures/former-ids.ts';
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
  readonly summary: string;
  readonly what: string;
  readonly item: z.ZodObject;
  readonly list: (question: RecordQuestion) => readonly Item[];
}

/** One of a list by its slug, with the day for which it is told. */
function oneOf<Item extends { readonly slug: string }>({ path, summary, what, item, list }: One<Item>): Endpoint {
  return {
    path,
    summary,
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
    summary: 'Every figure with its value on a day',
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
    summary: 'A figure on a day, with the list behind it',
    params: byFigure,
    query: justOn,
    answer: figure,
    handle: fromWorld((_world, given) => figureAs(given, given.params.id ?? '')),
  },
  {
    path: '/figures/{id}/movement',
    summary: 'Each day on which a figure changed, and what it was from then on',
    params: byFigure,
    query: justOn,
    answer: movement,
    handle: fromWorld((_world, given) => movementAs(given, given.params.id ?? '')),
  },
  listOf({
    path: '/events',
    what: 'Events that were public by a day, in the order in which they happened',
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
    what: 'Situations and where they stood',
    item: situation,
    list: situationsOf,
    keyOf: (one) => one.slug,
  }),
  oneOf({ path: '/situations/{slug}', summary: 'A situation', what: 'situation', item: situation, list: situationsOf }),
  listOf({
    path: '/cases',
    what: 'Cases with their people and where each stood',
    item: oneCase,
    list: casesOf,
    keyOf: (one) => one.slug,
  }),
  oneOf({ path: '/cases/{slug}', summary: 'A case', what: 'case', item: oneCase, list: casesOf }),
  listOf({
    path: '/people',
    what: 'People named in a public warrant or summons',
    item: person,
    list: peopleOf,
    keyOf: (one) => one.slug,
  }),
  oneOf({
    path: '/people/{slug}',
    summary: 'A person, in each of their cases',
    what: 'person',
    item: person,
    list: peopleOf,
  }),
];
