import { z } from 'zod';
import { words } from '../locales/words.ts';
import { knownBy } from '../record/docket.ts';
import { eventTypes } from '../record/event-types.ts';
import { figureIds, figureOn, isFigureId, movementOf } from '../record/figures/figures.ts';
import { participantOn } from '../record/participant-standing.ts';
import { situationStanding } from '../record/situation-standing.ts';
import { type Asked, type Endpoint, found, on } from './endpoint.ts';
import { pageIn, pageOf, paging } from './pages-of.ts';

const evidence = z.object({
  id: z.string(),
  date: z.string().describe('YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is known'),
  type: z.string(),
  source: z.string(),
  standing: z.enum(['seen', 'computed', 'unchecked']),
});
const item = z.object({
  key: z.string(),
  of: z.record(z.string(), z.string()),
  since: z.string(),
  evidence: z.array(evidence),
});
const figure = z.object({
  id: z.string(),
  title: z.string(),
  rule: z.string(),
  on: z.string(),
  value: z.number(),
  atLeast: z.boolean(),
  knownThrough: z.string(),
  items: z.array(item),
});
const slug = z.object({ slug: z.string() });

const event = evidence.extend({
  publicOn: z.string().nullable(),
  situation: z.string(),
  case: z.string().nullable(),
  person: z.string().nullable(),
  instrument: z.string().nullable(),
  note: z.string(),
});
const situation = z.object({
  slug: z.string(),
  name: z.string(),
  countries: z.array(z.string()),
  trigger: z.string(),
  code: z.string(),
  url: z.string(),
  standing: z.string(),
});
const standing = z.object({
  proceedings: z.string(),
  liberty: z.string(),
  finality: z.string(),
  reparations: z.string(),
  instruments: z.array(z.object({ event: z.string(), kind: z.string(), state: z.string() })),
});
const person = z.object({
  slug: z.string(),
  name: z.string(),
  cases: z.array(z.object({ case: z.string(), standing })),
});
const oneCase = z.object({
  slug: z.string(),
  name: z.string(),
  title: z.string(),
  situation: z.string(),
  code: z.string(),
  article70: z.boolean(),
  url: z.string(),
  people: z.array(z.object({ person: z.string(), standing })),
});

const english = words('en');

function figureAs({ world, on: day }: Asked, id: string) {
  const known = found(isFigureId(id) ? id : undefined, 'figure');
  const { items, ...rest } = figureOn(world, known, day);
  return {
    ...rest,
    title: english.t(`record.figure.${known}.title`),
    rule: english.t(`record.figure.${known}.rule`),
    items: items.map((one) => ({ ...one, evidence: one.evidence.map(evidenceAs) })),
  };
}

const evidenceAs = ({ id, date, type, source, standing: sure }: z.infer<typeof evidence>) => ({
  id,
  date,
  type,
  source,
  standing: sure,
});

function eventsOf({ world, on: day, query }: Asked) {
  const fits = (name: string, value: string | null) => query[name] === undefined || query[name] === value;
  return knownBy(world.docket.events, day)
    .filter(
      (one) =>
        fits('situation', one.situation) &&
        fits('case', one.case) &&
        fits('person', one.person) &&
        fits('type', one.type),
    )
    .map((one) => ({
      ...evidenceAs(one),
      publicOn: one.public_on,
      situation: one.situation,
      case: one.case,
      person: one.person,
      instrument: one.instrument,
      note: one.note,
    }));
}

function situationsOf({ world, on: day }: Asked) {
  return [...world.docket.situations.values()]
    .map((one) => ({
      slug: one.slug,
      name: one.name,
      countries: one.countries,
      trigger: one.trigger,
      code: one.icc_code,
      url: one.url,
      standing: situationStanding(world.docket, one.slug, day),
    }))
    .filter((one) => one.standing !== 'before');
}

function standingsOf({ world, on: day }: Asked) {
  return world.docket.participants.flatMap((participant) => {
    const then = participantOn(participant, day);
    if (!then) return [];
    const instruments = then.instruments.map(({ event: of, kind, state }) => ({ event: of.id, kind, state }));
    return [{ participant, standing: { ...then, instruments } }];
  });
}

function casesOf(given: Asked) {
  const byCase = Map.groupBy(standingsOf(given), ({ participant }) => participant.case);
  return [...byCase].map(([of, people]) => ({
    slug: of.slug,
    name: of.name,
    title: of.full_name,
    situation: of.situation,
    code: of.icc_code,
    article70: of.article_70,
    url: of.url,
    people: people.map(({ participant, standing: then }) => ({ person: participant.person.slug, standing: then })),
  }));
}

function peopleOf(given: Asked) {
  const byPerson = Map.groupBy(standingsOf(given), ({ participant }) => participant.person);
  return [...byPerson].map(([of, cases]) => ({
    slug: of.slug,
    name: of.name,
    cases: cases.map(({ participant, standing: then }) => ({ case: participant.case.slug, standing: then })),
  }));
}

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

const justOn = z.strictObject({ on });

export const recordEndpoints: readonly Endpoint[] = [
  {
    path: '/figures',
    summary: 'Every figure with its value on a day',
    query: justOn,
    answer: z.object({ on: z.string(), items: z.array(figure.omit({ items: true })) }),
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
    params: z.object({ id: z.string() }),
    query: justOn,
    answer: figure,
    handle: (given) => figureAs(given, given.params.id ?? ''),
  },
  {
    path: '/figures/{id}/movement',
    summary: 'Each day on which a figure changed, and what it was from then on',
    params: z.object({ id: z.string() }),
    query: justOn,
    answer: z.object({ id: z.string(), items: z.array(z.object({ on: z.string(), value: z.number() })) }),
    handle: ({ world, params, on: day }) => {
      const id = found(params.id && isFigureId(params.id) ? params.id : undefined, 'figure');
      return { id, items: movementOf(world, id).filter((step) => step.on <= day) };
    },
  },
  listOf({
    path: '/events',
    what: 'Events that were public by a day, in the order in which they happened',
    item: event,
    filters: {
      situation: z.string().optional(),
      case: z.string().optional(),
      person: z.string().optional(),
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
