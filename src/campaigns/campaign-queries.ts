import { sql } from 'kysely';
import { SYSTEM } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import { beginningOf, endOf, type TimeZone } from '../config/time-zone.ts';
import type { Queries } from '../database/database.ts';
import { publicationsOf, publishNew } from '../publications/publications.ts';
import type { AskFacts, AskText, CampaignFacts, CampaignText } from './campaign-text.ts';

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

export async function selectControllerIds(queries: Queries): Promise<string[]> {
  const rows = await queries.selectFrom('campaigns').select('controller_id').distinct().execute();
  return rows.map(({ controller_id }) => controller_id);
}

export async function campaignIdOf(queries: Queries, slug: string): Promise<string | undefined> {
  return (await queries.selectFrom('campaigns').select('id').where('slug', '=', slug).executeTakeFirst())?.id;
}

export interface CampaignTimes {
  readonly id: string;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
}

/** When a campaign opens and closes; nobody changes it until the transaction ends. */
export function selectTimes(trx: Queries, slug: string): Promise<CampaignTimes | undefined> {
  return trx
    .selectFrom('campaigns')
    .select(['id', 'opens_at as opensAt', 'closes_at as closesAt'])
    .where('slug', '=', slug)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export interface CampaignSettings extends CampaignTimes {
  readonly slug: string;
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
      'opens_at as opensAt',
      'closes_at as closesAt',
      'position',
      'plain_for_months as plainForMonths',
    ])
    .orderBy('opens_at')
    .orderBy('slug')
    .execute();
}

/** @returns whether there is such a campaign */
export async function updateSettings(
  queries: Queries,
  slug: string,
  to: { plain_for_months: number } | { position: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await queries.updateTable('campaigns').set(to).where('slug', '=', slug).executeTakeFirst();
  return numUpdatedRows > 0n;
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
    video: JSON.stringify(facts.video ?? null),
    ...(plainForMonths === undefined ? {} : { plain_for_months: plainForMonths }),
    ...(position === undefined ? {} : { position }),
  };
}

/** Sets the words of a campaign, in each language; those that are new to it are published at once. */
export async function putCampaignTexts(
  queries: Queries,
  id: string,
  texts: readonly { lang: Lang; text: CampaignText }[],
): Promise<void> {
  await queries
    .insertInto('campaign_texts')
    .values(texts.map(({ lang, text }) => ({ campaign_id: id, lang, text: JSON.stringify(text) })))
    .onConflict((known) =>
      known.columns(['campaign_id', 'lang']).doUpdateSet((row) => ({ text: row.ref('excluded.text') })),
    )
    .execute();
  await publishNew(queries, { id, kind: 'campaign' }, langsOf(texts), SYSTEM);
}

/** Adds an ask, or brings a known one to these facts and words. */
export async function putAsk(
  queries: Queries,
  ask: { campaignId: string; slug: string; position: number; facts: AskFacts },
  texts: readonly { lang: Lang; text: AskText }[],
): Promise<void> {
  const { id } = await queries
    .insertInto('asks')
    .values({
      campaign_id: ask.campaignId,
      slug: ask.slug,
      aim: ask.facts.aim,
      position: ask.position,
      condition: ask.facts.when,
      office: ask.facts.office ?? null,
      defaults: ask.facts.defaults,
    })
    .onConflict((known) =>
      known.columns(['campaign_id', 'slug']).doUpdateSet((row) => ({
        aim: row.ref('excluded.aim'),
        position: row.ref('excluded.position'),
        condition: row.ref('excluded.condition'),
        office: row.ref('excluded.office'),
        defaults: row.ref('excluded.defaults'),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await queries
    .insertInto('ask_texts')
    .values(texts.map(({ lang, text }) => ({ ask_id: id, lang, text: JSON.stringify(text) })))
    .onConflict((known) => known.columns(['ask_id', 'lang']).doUpdateSet((row) => ({ text: row.ref('excluded.text') })))
    .execute();
  await publishNew(queries, { id, kind: 'ask' }, langsOf(texts), SYSTEM);
}

const langsOf = (texts: readonly { readonly lang: Lang }[]) => texts.map(({ lang }) => lang);

/** Gives asks that were loaded before there were conditional words theirs; all else that stands of them stays. */
export async function addConditional(
  queries: Queries,
  ask: { campaignId: string; slug: string },
  texts: readonly { lang: Lang; text: AskText }[],
): Promise<void> {
  for (const { lang, text } of texts) {
    if (!text.conditional) continue;
    await sql`UPDATE ask_texts SET text = text || ${JSON.stringify({ conditional: text.conditional })}::jsonb
      FROM asks WHERE asks.id = ask_id AND campaign_id = ${ask.campaignId} AND slug = ${ask.slug} AND lang = ${lang}
      AND NOT text ? 'conditional'`.execute(queries);
  }
}

/** Those that are over. */
export async function selectEndedCampaigns(queries: Queries, now: Date): Promise<string[]> {
  const rows = await queries.selectFrom('campaigns').select('id').where('closes_at', '<=', now).execute();
  return rows.map(({ id }) => id);
}

/** Who loads campaigns takes turns; whoever reads them waits for nobody. */
export async function lockCampaigns(trx: Queries): Promise<void> {
  await sql`LOCK TABLE campaigns IN EXCLUSIVE MODE`.execute(trx);
}

export async function hasCampaigns(queries: Queries): Promise<boolean> {
  return (await queries.selectFrom('campaigns').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Whether no ask of this database has conditional words: it was loaded before there were any. */
export async function lacksConditionalWords(queries: Queries): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM ask_texts WHERE text ? 'conditional' LIMIT 1`.execute(queries);
  return rows.length === 0;
}
