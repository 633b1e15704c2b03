import { sql } from 'kysely';
import { boundedCount, type Counted } from '../database/bounded-count.ts';
import type { Queries } from '../database/database.ts';
import { publicationsOf } from '../publications/publications.ts';
import { beginningOf, endOf, type TimeZone } from '../text/time-zone.ts';
import type { InLang } from './campaign-in-folder.ts';
import type { CampaignFacts } from './campaign-text.ts';

export interface CampaignRow {
  readonly id: string;
  readonly slug: string;
  readonly controller_id: string;
  readonly opens_at: Date;
  readonly closes_at: Date | null;
  readonly position: number | null;
  readonly letter_limit: number;
  readonly plain_for_months: number;
  readonly hashtags: string[];
  readonly video: CampaignFacts['video'] | null;
}

/** Everything of all campaigns, whoever may see it, with what the gate reads of each. */
export async function selectCampaigns(queries: Queries) {
  const [campaigns, texts, asks, askTexts, publications] = await Promise.all([
    queries.selectFrom('campaigns').selectAll().orderBy('opens_at').execute(),
    queries.selectFrom('campaign_texts').selectAll().execute(),
    queries.selectFrom('asks').selectAll().orderBy('position').execute(),
    queries.selectFrom('ask_texts').selectAll().execute(),
    publicationsOf(queries, 'campaign', 'ask'),
  ]);
  return { campaigns: campaigns as unknown as CampaignRow[], texts, asks, askTexts, publications };
}

/** Every campaign's id by its slug. */
export async function selectCampaignNames(queries: Queries): Promise<ReadonlyMap<string, string>> {
  const rows = await queries.selectFrom('campaigns').select(['slug', 'id']).orderBy('opens_at').execute();
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

/** Every ask's id by its campaign's slug and its own: `one-campaign/one-ask`. */
export async function selectAskNames(queries: Queries): Promise<ReadonlyMap<string, string>> {
  const rows = await queries
    .selectFrom('asks')
    .innerJoin('campaigns', 'campaigns.id', 'campaign_id')
    .select(['campaigns.slug as campaign', 'asks.slug', 'asks.id'])
    .orderBy('opens_at')
    .orderBy('asks.position')
    .execute();
  return new Map(rows.map(({ campaign, slug, id }) => [`${campaign}/${slug}`, id]));
}

/** @returns whether there were any */
export async function updateController(queries: Queries, from: string, to: string): Promise<boolean> {
  const passed = await queries
    .updateTable('campaigns')
    .set({ controller_id: to })
    .where('controller_id', '=', from)
    .executeTakeFirst();
  return passed.numUpdatedRows > 0n;
}

/** Gives one campaign to a controller. */
export async function putController(trx: Queries, id: string, controller: string): Promise<void> {
  await trx.updateTable('campaigns').set({ controller_id: controller }).where('id', '=', id).execute();
}

export async function selectControllerIds(queries: Queries): Promise<string[]> {
  const rows = await queries.selectFrom('campaigns').select('controller_id').distinct().execute();
  return rows.map(({ controller_id }) => controller_id);
}

/** Nobody adds or changes a campaign until the transaction ends; acts are accepted meanwhile. */
export async function lockCampaigns(trx: Queries): Promise<void> {
  await sql`LOCK TABLE campaigns, campaign_texts, asks, ask_texts IN SHARE ROW EXCLUSIVE MODE`.execute(trx);
}

/** Waits until nobody brings starting content, before anything is held that they may want. */
export async function waitForContent(trx: Queries): Promise<void> {
  await sql`LOCK TABLE campaign_texts, ask_texts IN ROW EXCLUSIVE MODE`.execute(trx);
}

/** @throws where there is none */
export async function campaignIdOf(queries: Queries, slug: string): Promise<string> {
  return (await queries.selectFrom('campaigns').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id;
}

/** @throws where there is none */
export async function askIdOf(queries: Queries, campaignId: string, slug: string): Promise<string> {
  const asks = queries.selectFrom('asks').select('id').where('campaign_id', '=', campaignId);
  return (await asks.where('slug', '=', slug).executeTakeFirstOrThrow()).id;
}

export interface CampaignTimes {
  readonly id: string;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
}

/** When a campaign opens and closes, and whose it is; nobody changes it until the transaction ends. */
export function selectTimes(
  trx: Queries,
  slug: string,
): Promise<(CampaignTimes & { readonly controllerId: string }) | undefined> {
  return trx
    .selectFrom('campaigns')
    .select(['id', 'controller_id as controllerId', 'opens_at as opensAt', 'closes_at as closesAt'])
    .where('slug', '=', slug)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export interface CampaignSettings extends CampaignTimes {
  readonly slug: string;
  readonly controllerId: string;
  readonly position: number | null;
  readonly plainForMonths: number;
}

/** What an operator sets of each campaign, the first opened first. */
export function selectSettings(queries: Queries): Promise<CampaignSettings[]> {
  return queries
    .selectFrom('campaigns')
    .select([
      'id',
      'slug',
      'controller_id as controllerId',
      'opens_at as opensAt',
      'closes_at as closesAt',
      'position',
      'plain_for_months as plainForMonths',
    ])
    .orderBy('opens_at')
    .orderBy('slug')
    .execute();
}

export async function askSlugsOf(queries: Queries, campaignId: string): Promise<string[]> {
  const rows = await queries.selectFrom('asks').select('slug').where('campaign_id', '=', campaignId).execute();
  return rows.map(({ slug }) => slug);
}

export async function insertCampaign(
  queries: Queries,
  facts: CampaignFacts,
  zone: TimeZone,
  controller: string,
): Promise<string> {
  const { id } = await queries
    .insertInto('campaigns')
    .values({ slug: facts.slug, controller_id: controller, ...valuesOf(facts, zone) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The same of a name in addresses that may be taken. @returns undefined where it is, also by somebody who was quicker just now */
export async function insertNewCampaign(
  trx: Queries,
  facts: Omit<CampaignFacts, 'video'> & { readonly video: CampaignFacts['video'] | null },
  zone: TimeZone,
  controller: string,
): Promise<string | undefined> {
  const { video, ...others } = facts;
  const values = valuesOf({ ...others, ...(video && { video }) }, zone);
  const row = await trx
    .insertInto('campaigns')
    .values({ slug: facts.slug, controller_id: controller, ...values })
    .onConflict((known) => known.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Sets when a campaign opens and closes; a new one begins with it. */
export async function putTimes(
  queries: Queries,
  slug: string,
  { opensAt, closesAt }: Pick<CampaignTimes, 'opensAt' | 'closesAt'>,
  controller: string,
): Promise<void> {
  const times = { opens_at: opensAt, closes_at: closesAt };
  await queries
    .insertInto('campaigns')
    .values({ slug, controller_id: controller, hashtags: [], ...times })
    .onConflict((known) => known.column('slug').doUpdateSet(times))
    .execute();
}

/** Sets what is given of a campaign. */
export async function updateCampaignRow(
  queries: Queries,
  id: string,
  { letterLimit, hashtags, video, position, plainForMonths }: Partial<Settable>,
): Promise<void> {
  const given = {
    letter_limit: letterLimit,
    hashtags,
    video: video ? JSON.stringify(video) : video,
    position,
    plain_for_months: plainForMonths,
  };
  await queries.updateTable('campaigns').set(given).where('id', '=', id).execute();
}

/** What stands in one row of a campaign, beside its times. */
interface Settable {
  readonly letterLimit: number;
  readonly hashtags: string[];
  readonly video: CampaignFacts['video'] | null;
  readonly position: number | null;
  readonly plainForMonths: number;
}

/** Brings a campaign to these facts; what an operator may set and they don't say stays. */
export async function updateCampaign(
  queries: Queries,
  id: string,
  facts: CampaignFacts,
  zone: TimeZone,
): Promise<void> {
  await queries.updateTable('campaigns').set(valuesOf(facts, zone)).where('id', '=', id).execute();
}

function valuesOf(facts: CampaignFacts, zone: TimeZone) {
  const { plainForMonths, position } = facts;
  return {
    opens_at: beginningOf(zone, facts.opensOn),
    closes_at: facts.closesOn ? endOf(zone, facts.closesOn) : null,
    letter_limit: facts.letterLimit,
    hashtags: facts.hashtags,
    video: facts.video ? JSON.stringify(facts.video) : null,
    ...(plainForMonths === undefined ? {} : { plain_for_months: plainForMonths }),
    ...(position === undefined ? {} : { position }),
  };
}

/** What stands of a campaign's words in one language, and which version it is. */
export async function putCampaignText(
  trx: Queries,
  id: string,
  { lang, text }: InLang<object>,
  version: number,
): Promise<void> {
  const words = { text: JSON.stringify(text), version };
  await trx
    .insertInto('campaign_texts')
    .values({ campaign_id: id, lang, ...words })
    .onConflict((known) => known.columns(['campaign_id', 'lang']).doUpdateSet(words))
    .execute();
}

/** Which version of a campaign's or an ask's words readers of a language have, or would have; undefined: none. */
export async function selectCurrentVersion(
  trx: Queries,
  kind: 'campaign' | 'ask',
  id: string,
  lang: string,
): Promise<number | undefined> {
  const found =
    kind === 'campaign'
      ? trx.selectFrom('campaign_texts').select('version').where('campaign_id', '=', id).where('lang', '=', lang)
      : trx.selectFrom('ask_texts').select('version').where('ask_id', '=', id).where('lang', '=', lang);
  return (await found.executeTakeFirst())?.version;
}

/** What is set of one campaign. @param lock nobody changes it until the transaction ends */
export async function selectSettingRow(queries: Queries, slug: string, lock: boolean) {
  const one = queries
    .selectFrom('campaigns')
    .select(['id', 'controller_id as controllerId', 'opens_at as opensAt', 'closes_at as closesAt'])
    .select(['letter_limit as letterLimit', 'plain_for_months as plainForMonths', 'position', 'hashtags', 'video'])
    .where('slug', '=', slug);
  const row = await (lock ? one.forNoKeyUpdate() : one).executeTakeFirst();
  return row && { ...row, video: row.video as CampaignFacts['video'] | null };
}

/** Those that are over. */
export async function selectEndedCampaigns(queries: Queries, now: Date): Promise<string[]> {
  const rows = await queries.selectFrom('campaigns').select('id').where('closes_at', '<=', now).execute();
  return rows.map(({ id }) => id);
}

/** How many campaigns open, or close, within two weeks, and when the next one does. */
export function countComing(queries: Queries, date: 'opens_at' | 'closes_at'): Promise<Counted> {
  const at = sql.ref(date);
  return boundedCount(
    queries,
    sql`SELECT ${at} AS at FROM campaigns WHERE ${at} > now() AND ${at} < now() + interval '14 days'`,
  );
}
