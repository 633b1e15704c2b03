import { z } from 'zod';
import { knownThrough, lastWhole } from '../states/coverage.ts';
import { lawsOn } from '../states/laws.ts';
import { acts, groups, lawStatuses, type Treaty, topics, treaties } from '../states/shapes.ts';
import { shownStanding, shownStandings } from '../states/shown-standing.ts';
import { listedName } from '../states/state-names.ts';
import type { StateRecord } from '../states/treaty-record.ts';
import { actDue, standingAct } from '../states/treaty-standing.ts';
import { type Endpoint, fromWorld, nameOnRecord, orNotFound, type RecordQuestion } from './endpoint.ts';
import { justOn, listOf } from './list-of.ts';
import { answeredFor, iso3, ofTheStatute } from './of-states.ts';

const treatyStanding = z.strictObject({
  standing: z.string(),
  since: z.string().nullable(),
  due: z
    .string()
    .nullable()
    .describe(
      'When the withdrawal that is notified, or the instrument that is deposited, takes effect; null for no day',
    ),
  knownThrough: z.string().nullable().describe('The last day for which the treaty’s sources speak'),
  listWhole: z
    .string()
    .nullable()
    .describe(
      'When the treaty’s list was last known whole: a state that is missing in it was not a party then; null for never',
    ),
});
const law = z.strictObject({
  topic: z.enum(topics),
  status: z.enum(lawStatuses),
  year: z.string().nullable(),
  note: z.string(),
  source: z.string(),
  standing: z.string(),
});
const state = z.strictObject({
  iso3: z.string(),
  iso2: z.string(),
  name: z.string(),
  group: z.string().nullable(),
  treaties: z.record(z.string(), treatyStanding),
  laws: z.array(law).describe('What is known of its national laws; no row is not “none”'),
});
const act = z.strictObject({
  id: z.string(),
  state: z.string(),
  treaty: z.string(),
  type: z.string(),
  date: z.string().describe('A day, or a month or year where its day was not read'),
  dateIs: z.enum(['on', 'by']).describe('`by`: done by this day, its own was not read'),
  countsFrom: z.string().describe('The day from which it counts: the depositary had it, or it was done by then'),
  otherDate: z.string().nullable().describe('What another source has'),
  source: z.string(),
  standing: z.string(),
});
function stateAs({ world, on: day }: RecordQuestion, one: StateRecord) {
  return {
    iso3: one.iso3,
    iso2: one.iso2,
    name: listedName('en', one),
    group: one.group,
    treaties: Object.fromEntries(
      treaties.map((treaty) => [
        treaty,
        {
          standing: shownStanding(world.treaty, one, treaty, day),
          since: standingAct(one, treaty, day)?.date ?? null,
          due: actDue(one, treaty, day)?.date ?? null,
          knownThrough: knownThrough(world.treaty, treaty) || null,
          listWhole: lastWhole(world.treaty, treaty) || null,
        },
      ]),
    ),
    laws: lawsOn(world.treaty, one, day).map(({ topic, status, year, note, source, standing }) => ({
      topic,
      status,
      year: year || null,
      note,
      source,
      standing,
    })),
  };
}

function statesOf(given: RecordQuestion) {
  const { group, treaty = 'rome-statute', standing } = given.query as Record<string, string | undefined>;
  return [...given.world.treaty.states.values()]
    .filter((one) => group === undefined || one.group === group)
    .map((one) => stateAs(given, one))
    .filter((one) => standing === undefined || one.treaties[treaty]?.standing === standing);
}

function actsOf(given: RecordQuestion) {
  const { world, on: day, query } = given;
  const of = nameOnRecord(given, 'state', world.treaty.states);
  return [...world.treaty.states.values()].flatMap((one) =>
    one.acts
      .filter(({ knownOn }) => knownOn <= day)
      .filter((done) => of === undefined || of === done.iso3)
      .filter((done) => query.treaty === undefined || query.treaty === done.treaty)
      .filter((done) => query.type === undefined || query.type === done.type)
      .map((done) => ({
        id: done.id,
        state: done.iso3,
        treaty: done.treaty,
        type: done.type,
        date: done.date,
        dateIs: done.date_is || ('on' as const),
        countsFrom: done.knownOn,
        otherDate: done.other_date,
        source: done.source,
        standing: done.standing,
      })),
  );
}

const ofTheTreaty = ({ world, query }: RecordQuestion) =>
  knownThrough(world.treaty, (query.treaty ?? 'rome-statute') as Treaty);

const code = z.string().length(3).toUpperCase();
export const statesEndpoints: readonly Endpoint[] = [
  listOf({
    path: '/states',
    summaryKey: 'api.endpoint.states',
    item: state,
    filters: {
      group: z.enum(groups).optional(),
      treaty: z
        .enum(treaties)
        .optional()
        .describe('The treaty that `standing` speaks of; the Rome Statute where it is left out'),
      standing: z.enum(shownStandings).optional(),
    },
    knownThrough: ofTheTreaty,
    list: statesOf,
    keyOf: (one) => one.iso3,
  }),
  {
    path: '/states/{iso3}',
    summaryKey: 'api.endpoint.state',
    params: iso3,
    query: justOn,
    answer: state.extend(answeredFor),
    handle: fromWorld(({ treaty }, given) => ({
      on: given.on,
      knownThrough: ofTheStatute(given),
      ...stateAs(given, orNotFound(treaty.states.get(given.params.iso3 ?? ''), 'state')),
    })),
  },
  listOf({
    path: '/acts',
    summaryKey: 'api.endpoint.acts',
    item: act,
    filters: {
      state: code.optional(),
      treaty: z.enum(treaties).optional(),
      type: z.enum(acts).optional(),
    },
    knownThrough: ofTheTreaty,
    list: actsOf,
    keyOf: ({ id }) => id,
  }),
];
