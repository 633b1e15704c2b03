import { z } from 'zod';
import { type Applying, type AsksOn, asksOn } from '../campaigns/ask-of-the-day.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { campaignsShownInAnyLanguage, unseenBySlug } from '../campaigns/campaigns.ts';
import { isOpen, type ShownCampaigns } from '../campaigns/shown-campaigns.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import type { World } from '../record/record.ts';
import { nameState } from '../states/state-in-sentence.ts';
import type { StateRecord } from '../states/treaty-record.ts';
import { type Endpoint, nameOnRecord, on, orNotFound, type RecordQuestion } from './endpoint.ts';
import { justOn } from './list-of.ts';
import { answeredFor, iso3, ofTheStatute } from './of-states.ts';
import { ProblemError } from './problem.ts';

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
  title: z.string().describe('In English; where the campaign is not published in it, in the first of its languages'),
  because: z.string(),
  evidence: z.array(evidence),
  sure: z.boolean(),
  conditional: z
    .boolean()
    .describe('What is known is older than the campaign’s limit: it holds if nothing has changed since'),
  lastWhole: z
    .string()
    .nullable()
    .describe(
      'When the list that it rests on was last known whole, or the year of the source; null where what is known speaks for the day',
    ),
});

const campaignState = z.enum(['open', 'closed']).describe('Only an open campaign takes letters');
const asksOfCampaign = {
  campaign: z.string(),
  campaignState,
  leading: applying
    .nullable()
    .describe(
      'What its letters ask first; null where the campaign has closed: only open ones lead, and ask of anybody',
    ),
  rest: z.array(applying).describe('What else it asks; of a closed campaign, all that it asked'),
};

function applyingAs({ ask, verdict, conditional }: Applying, one: StateRecord) {
  return {
    slug: ask.slug,
    aim: ask.aim,
    condition: ask.condition,
    office: ask.office,
    title: ask.text.title,
    because: nameState('en', ask.text.because, one),
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
  };
}

/** What is recorded, and the campaigns that readers meet. */
interface Asking {
  readonly world: World;
  readonly shown: ShownCampaigns;
}

const readAsking = async ({ app, world }: RecordQuestion) =>
  together({ world, shown: await campaignsShownInAnyLanguage(app.database) });

/** @throws ProblemError where the one that is asked for was withdrawn */
async function readOneOrAll(given: RecordQuestion) {
  const { campaign: slugGiven = '' } = given.query;
  if ((await unseenBySlug(given.app.database, String(slugGiven))) === 'withdrawn')
    throw new ProblemError(410, 'No longer there', 'campaign: it was withdrawn by those who run it');
  return readAsking(given);
}

/** The open campaigns, the leading one first, then those that have closed. */
const campaignsOf = ({ open, closed }: ShownCampaigns): readonly Campaign[] => [...open, ...closed];

function asksFor({ world, shown }: Asking, given: RecordQuestion) {
  const { on: day, params } = given;
  const one = orNotFound(world.treaty.states.get(params.iso3 ?? ''), 'state');
  const as = (campaign: Campaign, { leading, rest }: AsksOn) => {
    const [first, ...others] = [leading, ...rest].map((applying) => applyingAs(applying, one));
    const asks = isOpen(campaign)
      ? { leading: first ?? null, rest: others }
      : { leading: null, rest: [first, ...others] };
    return { campaign: campaign.slug, campaignState: campaign.state, ...asks };
  };
  const campaigns = campaignsOf(shown).flatMap((campaign) => {
    const asks = asksOn(world.treaty, campaign, one.iso3, day);
    return asks ? [as(campaign, asks)] : [];
  });
  const first = orNotFound(campaigns[0], 'campaign');
  return { state: one.iso3, on: day, knownThrough: ofTheStatute(given), ...first, campaigns };
}

/** Those that are open, or the one that was asked for. @throws ProblemError for one that is not there */
function askingIn(shown: ShownCampaigns, given: RecordQuestion): readonly Campaign[] {
  const all = campaignsOf(shown);
  const slug = nameOnRecord(given, 'campaign', new Set(all.map((campaign) => campaign.slug)));
  return all.filter((campaign) => (slug === undefined ? campaign.state === 'open' : campaign.slug === slug));
}

function firstAsks({ world, shown }: Asking, given: RecordQuestion) {
  const { on: day } = given;
  const campaigns = askingIn(shown, given);
  const names = new Set(campaigns.flatMap(({ asks }) => asks.map(({ slug }) => slug)));
  const slug = nameOnRecord(given, 'ask', names);
  const items = campaigns.flatMap((campaign) =>
    [...world.treaty.states.keys()].flatMap((state) => {
      const first = asksOn(world.treaty, campaign, state, day)?.leading;
      if (!first || (slug !== undefined && slug !== first.ask.slug)) return [];
      const { ask, conditional } = first;
      const of = { campaign: campaign.slug, campaignState: campaign.state };
      return [{ state, ...of, ask: ask.slug, title: ask.text.title, aim: ask.aim, conditional }];
    }),
  );
  return { on: day, knownThrough: ofTheStatute(given), items };
}

export const asksEndpoints: readonly Endpoint[] = [
  {
    path: '/states/{iso3}/asks',
    summaryKey: 'api.endpoint.asksOf',
    params: iso3,
    query: justOn,
    answer: z.strictObject({
      state: z.string(),
      ...answeredFor,
      ...asksOfCampaign,
      campaigns: z
        .array(z.strictObject(asksOfCampaign))
        .describe(
          'By campaign: the open ones, the leading one first, then those that have closed. The first stands above too',
        ),
    }),
    handle: fromVisible(readAsking, asksFor),
  },
  {
    path: '/asks',
    summaryKey: 'api.endpoint.asks',
    query: z.strictObject({
      on,
      ask: z.string().max(60).optional(),
      campaign: z
        .string()
        .max(100)
        .optional()
        .describe('One campaign, open or closed; all open ones where it is left out'),
    }),
    answer: z.strictObject({
      ...answeredFor,
      items: z.array(
        z.strictObject({
          state: z.string(),
          campaign: z.string(),
          campaignState,
          ask: z.string(),
          title: z.string().describe('As above'),
          aim: z.string(),
          conditional: z.boolean(),
        }),
      ),
    }),
    gone: 'The campaign was withdrawn by those who run it',
    handle: fromVisible(readOneOrAll, firstAsks),
  },
];
