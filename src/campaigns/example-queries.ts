import { sql } from 'kysely';
import { DEMONSTRATION } from '../controllers/controllers.ts';
import { anyOf } from '../database/any-of.ts';
import type { Queries } from '../database/database.ts';

/** A campaign that a demonstration shows beside the one there is: its words are the other's, its name says what it is. */
export interface ExampleCampaign {
  readonly id: string;
  readonly askId: string;
  readonly slug: string;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  /** By language. */
  readonly words: Readonly<Record<string, { readonly name: string; readonly about: string }>>;
}

/** @returns whether it is new */
export async function insertExample(trx: Queries, like: string, one: ExampleCampaign): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO campaigns (id, slug, controller_id, opens_at, closes_at, hashtags, letter_limit)
    SELECT ${one.id}, ${one.slug}, ${DEMONSTRATION}, ${one.opensAt}, ${one.closesAt}, hashtags, letter_limit
    FROM campaigns WHERE slug = ${like} ON CONFLICT DO NOTHING`.execute(trx);
  if (!numAffectedRows) return false;
  const named = sql`jsonb_build_object('name', w.value->'name', 'tagline', w.value->'about', 'summary', w.value->'about')`;
  await sql`INSERT INTO campaign_texts (campaign_id, lang, text)
    SELECT ${one.id}, t.lang, (t.text - 'meaning') || ${named}
    FROM campaign_texts t JOIN campaigns c ON c.id = t.campaign_id
      JOIN jsonb_each(${JSON.stringify(one.words)}::jsonb) w ON w.key = t.lang
    WHERE c.slug = ${like}`.execute(trx);
  await sql`INSERT INTO asks (id, campaign_id, slug, aim, position, condition, defaults)
    SELECT ${one.askId}, ${one.id}, a.slug, a.aim, a.position, a.condition, a.defaults
    FROM asks a JOIN campaigns c ON c.id = a.campaign_id WHERE c.slug = ${like} AND a.slug = 'general'`.execute(trx);
  await sql`INSERT INTO ask_texts (ask_id, lang, text) SELECT ${one.askId}, t.lang, t.text
    FROM ask_texts t JOIN asks a ON a.id = t.ask_id JOIN campaigns c ON c.id = a.campaign_id
    WHERE c.slug = ${like} AND a.slug = 'general'`.execute(trx);
  return true;
}

/** Which of these there are. */
export async function selectPresent(queries: Queries, ids: readonly string[]): Promise<string[]> {
  const rows = await queries.selectFrom('campaigns').select('id').where('id', '=', anyOf(ids, 'uuid')).execute();
  return rows.map(({ id }) => id);
}

export async function deleteExamples(trx: Queries, ids: readonly string[]): Promise<void> {
  await trx.deleteFrom('campaigns').where('id', '=', anyOf(ids, 'uuid')).execute();
}
