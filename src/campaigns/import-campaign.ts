import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { ControllerId } from '../controllers/controllers.ts';
import type { Database, Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { momentOf } from '../http/moment.ts';
import type { TimeZone } from '../text/time-zone.ts';
import { type BesideFolder, besideFolder, NOTHING_BESIDE } from './beside-folder.ts';
import type { CampaignState } from './campaign.ts';
import type { CampaignInFolder } from './campaign-in-folder.ts';
import { askSlugsOf, insertCampaign, selectTimes, updateCampaign } from './campaign-queries.ts';
import { type Times, timesIn, timesRefused } from './changed-times.ts';
import { putWords } from './load-campaigns.ts';
import { InvalidCampaignError, readCampaign } from './read-campaign.ts';
import { campaignStateAt } from './shown-campaigns.ts';

export interface CampaignReport {
  readonly slug: string;
  /** Whether it was there before. */
  readonly known: boolean;
  readonly written: boolean;
  readonly state: CampaignState;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly newAsks: readonly string[];
  /** Files of which what they say was changed here, where the folder says nothing new: what is here stays. */
  readonly unchanged: readonly string[];
  /** Files whose words wait for somebody who approves them, as others are scheduled. */
  readonly waiting: readonly string[];
}

interface How {
  /** In which its days begin and end. */
  readonly zone: TimeZone;
  /** Who answers for what people give to a new one; a known one stays whose it is. */
  readonly controller: ControllerId;
  /** Whether a known one may be changed. */
  readonly update: boolean;
  /** Whether its words are written over those that were changed here since files brought them. */
  readonly over: boolean;
  readonly dryRun: boolean;
  readonly by: ActorId;
}

/**
 * Brings a campaign from a folder beside a running site, or a known one to what the folder says, all or nothing.
 * @throws InvalidCampaignError with what is wrong with its files, or can't be done to the campaign that is there
 */
export async function importCampaign(database: Database, folder: string, how: How): Promise<CampaignReport> {
  const campaign = await readCampaign(folder);
  return database.transaction().execute(async (trx) => {
    const known = await selectTimes(trx, campaign.facts.slug);
    const { at: now } = await momentOf(trx);
    const times = timesIn(how.zone, campaign.facts.opensOn, campaign.facts.closesOn);
    const knownSlugs = known ? await askSlugsOf(trx, known.id) : [];
    const beside = known ? await besideFolder(trx, known.id, campaign, how.zone) : NOTHING_BESIDE;
    const wrong = known ? refusals(campaign, { ...how, known, times, knownSlugs, now, beside }) : [];
    if (wrong.length > 0) throw new InvalidCampaignError(wrong.map((one) => `${campaign.facts.slug}: ${one}`));
    const unchanged = how.over ? [] : beside.unchanged;
    const waiting = how.dryRun ? [] : await write(trx, campaign, { ...how, unchanged }, known?.id);
    return {
      slug: campaign.facts.slug,
      known: known !== undefined,
      written: !how.dryRun,
      state: campaignStateAt(times, now),
      ...times,
      newAsks: campaign.facts.asks.filter((slug) => !knownSlugs.includes(slug)),
      unchanged,
      waiting,
    };
  });
}

interface Update extends How {
  readonly known: Times;
  readonly times: Times;
  readonly knownSlugs: readonly string[];
  readonly now: Date;
  readonly beside: BesideFolder;
}

function refusals(
  { facts }: CampaignInFolder,
  { update, over, known, times, knownSlugs, now, beside }: Update,
): string[] {
  if (!update) return ['is there already: say --update to bring it to what the folder says'];
  const gone = knownSlugs.filter((slug) => !facts.asks.includes(slug));
  return [
    ...timesRefused(known, times, now),
    ...(over ? [] : beside.moved),
    ...gone.map((slug) => `asks: ${slug} is missing in the folder; letters name it, so it stays`),
  ];
}

type Writing = How & { readonly unchanged: readonly string[] };

async function write(
  trx: Queries,
  campaign: CampaignInFolder,
  how: Writing,
  id: string | undefined,
): Promise<string[]> {
  const before = id === undefined ? undefined : await selectTimes(trx, campaign.facts.slug);
  if (id !== undefined) await updateCampaign(trx, id, campaign.facts, how.zone);
  const known = id ?? (await insertCampaign(trx, campaign.facts, how.zone, how.controller));
  const waiting = await putWords(trx, known, campaign, how.by, how.unchanged);
  const { slug, opensOn, closesOn, asks } = campaign.facts;
  await writeAudit(trx, {
    by: how.by,
    operation: 'campaigns.import',
    item: ['campaign', slug],
    before: before && { opensAt: before.opensAt, closesAt: before.closesAt },
    after: { opensOn, closesOn: closesOn ?? null, asks, ...(id === undefined && { controller: how.controller }) },
  });
  await dropPages(trx, ['campaigns'], id === undefined ? 'refresh' : 'remove');
  return waiting;
}
