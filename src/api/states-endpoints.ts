import { z } from 'zod';
import { asksOn } from '../campaigns/ask-of-the-day.ts';
import { campaignsIn } from '../campaigns/campaigns.ts';
import { knownThrough, lastWhole } from '../states/coverage.ts';
import { lawsOn } from '../states/laws.ts';
import { acts, groups, lawStatuses, type Treaty, topics, treaties } from '../states/shapes.ts';
import { shownStanding, shownStandings } from '../states/shown-standing.ts';
import { listedName, stateName } from '../states/state-names.ts';
import type { StateRecord } from '../states/treaty-record.ts';
import { standingAct } from '../states/treaty-standing.ts';
import { type Endpoint, found, known, on, type RecordQuestion } from './endpoint.ts';
import { justOn, listOf } from './list-of.ts';

const treatyStanding = z.strictObject({
  standing: z.string(),
  since: z.string().nullable(),
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
const answeredFor = {
  on: z.string(),
  knownThrough: z.string().describe('The last day for which the sources speak'),
};
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
const evidence = z.strictObject({
  id: z.string().nullable(),
  type: z.string().describe('The kind of act, or how far a law got'),
  date: z.string().nullable().describe('Of the act; of a law its year, of a finding that there is none its source’s'),
  source: z.string(),
  standing: z.string(),
});
const applying = z.strictObject({
  slug: z.string(),
  aim: z.string(),
  condition: z.string(),
  office: z.string().nullable(),
  title: z.string(),
  because: z.string(),
  evidence: z.array(evidence),
  sure: z.boolean(),
  conditional: z
    .boolean()
    .describe('What is known is older than the campaign’s limit: it holds if nothing has changed since'),
  lastWhole: z
    .string()
    .nullable()
    .describe('When the list that it rests on was last known whole; null where what is known speaks for the day'),
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
  const of = known(given, 'state', world.treaty.states);
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

async function asksFor({ app, world, on: day, params }: RecordQuestion) {
  const [campaign] = await campaignsIn(app.database, 'en');
  const one = found(world.treaty.states.get(params.iso3 ?? ''), 'state');
  const asks = found(campaign && asksOn(world.treaty, campaign, one.iso3, day), 'campaign');
  const as = ({ ask, verdict, conditional }: typeof asks.leading) => ({
    slug: ask.slug,
    aim: ask.aim,
    condition: ask.condition,
    office: ask.office,
    title: ask.text.title,
    because: ask.text.because.replaceAll('{state}', stateName('en', one)),
    evidence: verdict.evidence.map((fact) => ({
      ...('topic' in fact
        ? { id: null, type: fact.status, date: fact.year || null }
        : { id: fact.id, type: fact.type, date: fact.date }),
      source: fact.source,
      standing: fact.standing,
    })),
    sure: verdict.sure,
    conditional,
    lastWhole: verdict.lastWhole ?? null,
  });
  return {
    state: one.iso3,
    campaign: campaign?.slug ?? '',
    on: day,
    knownThrough: ofTheStatute({ world }),
    leading: as(asks.leading),
    rest: asks.rest.map(as),
  };
}

const ofTheStatute = ({ world }: Pick<RecordQuestion, 'world'>) => knownThrough(world.treaty, 'rome-statute');
const ofTheTreaty = ({ world, query }: RecordQuestion) =>
  knownThrough(world.treaty, (query.treaty ?? 'rome-statute') as Treaty);

const code = z.string().length(3).toUpperCase();
const iso3 = z.strictObject({ iso3: z.string().max(100).toUpperCase() });
export const statesEndpoints: readonly Endpoint[] = [
  listOf({
    path: '/states',
    what: 'States and where each stood with each treaty',
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
    summary: 'A state',
    params: iso3,
    query: justOn,
    answer: state.extend(answeredFor),
    handle: (given) => ({
      on: given.on,
      knownThrough: ofTheStatute(given),
      ...stateAs(given, found(given.world.treaty.states.get(given.params.iso3 ?? ''), 'state')),
    }),
  },
  {
    path: '/states/{iso3}/asks',
    summary: 'What the campaign asks of a state on a day: one leading ask and the rest, each with its evidence',
    params: iso3,
    query: justOn,
    answer: z.strictObject({
      state: z.string(),
      campaign: z.string(),
      ...answeredFor,
      leading: applying,
      rest: z.array(applying),
    }),
    handle: asksFor,
  },
  {
    path: '/asks',
    summary: 'The leading ask of every state on a day, or the states of which one thing is asked',
    query: z.strictObject({ on, ask: z.string().max(60).optional() }),
    answer: z.strictObject({
      ...answeredFor,
      items: z.array(
        z.strictObject({
          state: z.string(),
          ask: z.string(),
          title: z.string(),
          aim: z.string(),
          conditional: z.boolean(),
        }),
      ),
    }),
    handle: async (given) => {
      const { app, world, on: day } = given;
      const [campaign] = await campaignsIn(app.database, 'en');
      const slug = known(given, 'ask', new Set(campaign?.asks.map((ask) => ask.slug)));
      const items = [...world.treaty.states.keys()].flatMap((state) => {
        const leading = campaign && asksOn(world.treaty, campaign, state, day)?.leading;
        if (!leading || (slug !== undefined && slug !== leading.ask.slug)) return [];
        const { ask, conditional } = leading;
        return [{ state, ask: ask.slug, title: ask.text.title, aim: ask.aim, conditional }];
      });
      return { on: day, knownThrough: ofTheStatute(given), items };
    },
  },
  listOf({
    path: '/acts',
    what: 'Treaty acts up to a day',
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
