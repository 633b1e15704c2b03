import { z } from 'zod';
import { figureRule, figureTitle } from '../figures/figure-words.ts';
import { certainties, type FigureItem, figureOn, movementOf, numberOn } from '../figures/figures.ts';
import { figureNamed } from '../figures/former-ids.ts';
import { words } from '../locales/words.ts';
import { type Event, knownBy, knownThroughOf, type Participant } from '../record/docket.ts';
import { tellsLater } from '../record/names.ts';
import { laterCleared, laterWords, participantOn } from '../record/participant-standing.ts';
import type { World } from '../record/record.ts';
import { situationStanding } from '../record/situation-standing.ts';
import { nameOnRecord, orNotFound, type RecordQuestion } from './endpoint.ts';

const evidence = z.strictObject({
  id: z.string(),
  date: z.string().describe('YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is known'),
  type: z.string(),
  source: z.string(),
  standing: z
    .enum(['seen', 'computed', 'unchecked'])
    .describe(
      'seen: read in the source; computed: worked out by a rule; unchecked: unverified, the source was not read',
    ),
});
const item = z.strictObject({
  key: z.string(),
  of: z.record(z.string(), z.string()),
  since: z.string(),
  evidence: z.array(
    evidence.extend({ dateIs: z.enum(['on', 'by']).describe('by: done by then, its own day was not read') }),
  ),
});
const knownThrough = z
  .string()
  .describe('The last day, YYYY-MM-DD, for which the sources speak of this; after it, this is how it was last known');
const certain = {
  certainty: z
    .enum(certainties)
    .describe('known; at-least: there may be more; last-known: after knownThrough there may be more or fewer'),
  atLeast: z.boolean().describe('certainty is at-least'),
  knownThrough: z
    .string()
    .describe('The last day, YYYY-MM-DD, for which the sources speak; after it the number is no claim'),
};
export const figure = z.strictObject({
  id: z.string(),
  title: z.string(),
  rule: z.string(),
  on: z.string(),
  value: z.number(),
  ...certain,
  items: z.array(item),
});
/** How a figure moved until a day, and what its last number is worth on that day. */
export const movement = z.strictObject({
  id: z.string(),
  on: z.string(),
  ...certain,
  items: z.array(z.strictObject({ on: z.string(), value: z.number() })),
});

export const event = evidence.extend({
  publicOn: z.string().nullable(),
  situation: z.string(),
  case: z.string().nullable(),
  person: z.string().nullable(),
  instrument: z.string().nullable(),
  note: z.string(),
});
export const situation = z.strictObject({
  slug: z.string(),
  name: z.string(),
  countries: z.array(z.string()),
  trigger: z.string(),
  code: z.string(),
  url: z.string(),
  standing: z.string(),
  knownThrough,
});
const standing = z.strictObject({
  proceedings: z.string(),
  liberty: z.string(),
  finality: z.string(),
  reparations: z.string(),
  instruments: z.array(
    z.strictObject({ event: z.string(), kind: z.string(), state: z.string(), since: z.string().nullable() }),
  ),
});
const later = z
  .enum(laterWords)
  .nullable()
  .describe('What cleared the person after the day that is asked for: say it wherever you name them for that day');
export const person = z.strictObject({
  slug: z.string(),
  name: z.string(),
  cases: z.array(z.strictObject({ case: z.string(), standing, later, knownThrough })),
  knownThrough,
});
export const oneCase = z.strictObject({
  slug: z.string(),
  name: z.string(),
  title: z.string(),
  situation: z.string(),
  code: z.string(),
  article70: z.boolean(),
  url: z.string(),
  people: z.array(z.strictObject({ person: z.string(), standing, later })),
  knownThrough,
});

const english = words('en');

export function figureAs({ world, on: day }: RecordQuestion, id: string) {
  const figureId = orNotFound(figureNamed(id), 'figure');
  const { items, ...rest } = figureOn(world, figureId, day);
  return {
    ...rest,
    title: figureTitle(english, figureId),
    rule: figureRule(english, figureId),
    items: items.map((one) => ({
      ...one,
      evidence: one.evidence.map((fact) => ({ ...evidenceAs(fact), dateIs: dateIs(world, one, fact.id) })),
    })),
  };
}

export function movementAs({ world, on }: RecordQuestion, typed: string) {
  const id = orNotFound(figureNamed(typed), 'figure');
  const { value: _, ...rest } = numberOn(world, id, on);
  const items = movementOf(world, id).filter((step) => step.on <= on);
  return { id, on, ...rest, atLeast: rest.certainty === 'at-least', items };
}

/** Of a treaty act only a day by which it was done may be known. */
function dateIs({ treaty }: World, { of }: Pick<FigureItem, 'of'>, id: string): 'on' | 'by' {
  const acts = of.state === undefined ? undefined : treaty.states.get(of.state)?.acts;
  return acts?.find((act) => act.id === id)?.date_is || 'on';
}

const evidenceAs = ({ id, date, type, source, standing: sure }: z.infer<typeof evidence>) => ({
  id,
  date,
  type,
  source,
  standing: sure,
});

export function eventsOf(given: RecordQuestion) {
  const { on: day, query } = given;
  const { docket } = given.world;
  const wanted = {
    situation: nameOnRecord(given, 'situation', docket.situations),
    case: nameOnRecord(given, 'case', docket.cases),
    person: nameOnRecord(given, 'person', docket.people),
    type: query.type,
  };
  const fits = (one: Event) =>
    (['situation', 'case', 'person', 'type'] as const).every(
      (name) => wanted[name] === undefined || wanted[name] === one[name],
    );
  return knownBy(docket.events, day)
    .filter(fits)
    .map((one) => ({
      ...evidenceAs(one),
      publicOn: one.public_on,
      situation: one.situation,
      case: one.case,
      person: one.person,
      instrument: one.instrument,
      note: tellsLater(one.note, day) ? '' : one.note,
    }));
}

export function situationsOf({ world, on: day }: RecordQuestion) {
  return [...world.docket.situations.values()]
    .map((one) => ({
      slug: one.slug,
      name: one.name,
      countries: one.countries,
      trigger: one.trigger,
      code: one.icc_code,
      url: one.url,
      standing: situationStanding(world.docket, one.slug, day),
      knownThrough: knownThroughOf(world.docket, { situation: one.slug }),
    }))
    .filter((one) => one.standing !== 'before');
}

function standingsOf({ world, on, day: { today } }: RecordQuestion) {
  return world.docket.participants.flatMap((participant) => {
    const then = participantOn(participant, on);
    if (!then) return [];
    const instruments = then.instruments.map((one) => ({ ...one, event: one.event.id }));
    const later = laterCleared(participant, on, today) ?? null;
    return [{ participant, fields: { standing: { ...then, instruments }, later } }];
  });
}

const ofCase = ({ world }: RecordQuestion, { slug, situation }: Participant['case']) =>
  knownThroughOf(world.docket, { case: slug, situation });

export function casesOf(given: RecordQuestion) {
  const byCase = Map.groupBy(standingsOf(given), ({ participant }) => participant.case);
  return [...byCase].map(([of, people]) => ({
    slug: of.slug,
    name: of.name,
    title: of.full_name,
    situation: of.situation,
    code: of.icc_code,
    article70: of.article_70,
    url: of.url,
    people: people.map(({ participant, fields }) => ({ person: participant.person.slug, ...fields })),
    knownThrough: ofCase(given, of),
  }));
}

export function peopleOf(given: RecordQuestion) {
  const byPerson = Map.groupBy(standingsOf(given), ({ participant }) => participant.person);
  return [...byPerson].map(([of, parts]) => {
    const cases = parts.map(({ participant, fields }) => ({
      case: participant.case.slug,
      ...fields,
      knownThrough: ofCase(given, participant.case),
    }));
    const [knownThrough = given.world.docket.knownThrough] = cases.map((one) => one.knownThrough).sort();
    return { slug: of.slug, name: of.name, cases, knownThrough };
  });
}
