import { z } from 'zod';
import { figureIds } from '../figures/figures.ts';
import { FORMER_IDS } from '../figures/former-ids.ts';
import { eventTypes } from '../record/event-types.ts';
import { type Endpoint, found, named } from './endpoint.ts';
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

const slug = z.strictObject({ slug: named });

/** A figure that was renamed is found by its former id too, and answers with the one that it has now. */
const byFigure = z.strictObject({
  id: named.describe(`The figure's id. Former ids are understood: ${Object.keys(FORMER_IDS).join(', ')}`),
});

export const recordEndpoints: readonly Endpoint[] = [
  {
    path: '/figures',
    summary: 'Every figure with its value on a day',
    query: justOn,
    answer: z.strictObject({ on: z.string(), items: z.array(figure.omit({ items: true })) }),
    handle: (given) => ({
      on: given.on,
      items: figureIds.map((id) => {
        const { items: _, ...rest } = figureAs(given, id);
        return rest;
      }),
    }),
  },
  {
    path: '/figures/{id}',
    summary: 'A figure on a day, with the list behind it',
    params: byFigure,
    query: justOn,
    answer: figure,
    handle: (given) => figureAs(given, given.params.id ?? ''),
  },
  {
    path: '/figures/{id}/movement',
    summary: 'Each day on which a figure changed, and what it was from then on',
    params: byFigure,
    query: justOn,
    answer: movement,
    handle: (given) => movementAs(given, given.params.id ?? ''),
  },
  listOf({
    path: '/events',
    what: 'Events that were public by a day, in the order in which they happened',
    item: event,
    filters: {
      situation: named.optional(),
      case: named.optional(),
      person: named.optional(),
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
  {
    path: '/situations/{slug}',
    summary: 'A situation',
    params: slug,
    query: justOn,
    answer: situation,
    handle: (given) =>
      found(
        situationsOf(given).find((one) => one.slug === given.params.slug),
        'situation',
      ),
  },
  listOf({
    path: '/cases',
    what: 'Cases with their people and where each stood',
    item: oneCase,
    list: casesOf,
    keyOf: (one) => one.slug,
  }),
  {
    path: '/cases/{slug}',
    summary: 'A case',
    params: slug,
    query: justOn,
    answer: oneCase,
    handle: (given) =>
      found(
        casesOf(given).find((one) => one.slug === given.params.slug),
        'case',
      ),
  },
  listOf({
    path: '/people',
    what: 'People named in a public warrant or summons',
    item: person,
    list: peopleOf,
    keyOf: (one) => one.slug,
  }),
  {
    path: '/people/{slug}',
    summary: 'A person, in each of their cases',
    params: slug,
    query: justOn,
    answer: person,
    handle: (given) =>
      found(
        peopleOf(given).find((one) => one.slug === given.params.slug),
        'person',
      ),
  },
];
