import { sql } from 'kysely';
import { DEMONSTRATION } from '../controllers/controllers.ts';
import { anyOf } from '../database/any-of.ts';
import type { Queries } from '../database/database.ts';
import type { InLang } from './campaign-in-folder.ts';
import type { AskText, CampaignText } from './campaign-text.ts';

/** A campaign that a demonstration shows beside the one there is, with the other's general call. */
export interface ExampleCampaign {
  readonly id: string;
  readonly askId: string;
  readonly slug: string;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
}

/** @returns whether it is new */
export async function insertExample(trx: Queries, like: string, one: ExampleCampaign): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO campaigns (id, slug, controller_id, opens_at, closes_at, hashtags, letter_limit)
    SELECT ${one.id}, ${one.slug}, ${DEMONSTRATION}, ${one.opensAt}, ${one.closesAt}, hashtags, letter_limit
    FROM campaigns WHERE slug = ${like} ON CONFLICT DO NOTHING`.execute(trx);
  if (!numAffectedRows) return false;
  await sql`INSERT INTO asks (id, campaign_id, slug, aim, position, condition, defaults)
    SELECT ${one.askId}, ${one.id}, a.slug, a.aim, a.position, a.condition, a.defaults
    FROM asks a JOIN campaigns c ON c.id = a.campaign_id WHERE c.slug = ${like} AND a.slug = 'general'`.execute(trx);
  return true;
}

/** The words of a campaign and of its general call. */
export async function selectWordsLike(trx: Queries, like: string) {
  const of = trx.selectFrom('campaigns').where('campaigns.slug', '=', like);
  const [texts, asks] = [
    await of.innerJoin('campaign_texts as t', 't.campaign_id', 'campaigns.id').select(['t.lang', 't.text']).execute(),
    await of
      .innerJoin('asks as a', 'a.campaign_id', 'campaigns.id')
      .innerJoin('ask_texts as t', 't.ask_id', 'a.id')
      .select(['t.lang', 't.text'])
      .where('a.slug', '=', 'general')
      .execute(),
  ];
  return { texts, asks } as unknown as {
    readonly texts: readonly InLang<CampaignText>[];
    readonly asks: readonly InLang<AskText>[];
  };
}

/** Which of these there are. */
export async function selectPresent(queries: Queries, ids: readonly string[]): Promise<string[]> {
  const rows = await queries.selectFrom('campaigns').select('id').where('id', '=', anyOf(ids, 'uuid')).execute();
  return rows.map(({ id }) => id);
}

export async function deleteExamples(trx: Queries, ids: readonly string[]): Promise<void> {
  await trx.deleteFrom('campaigns').where('id', '=', anyOf(ids, 'uuid')).execute();
}
