import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { SYSTEM } from '../../src/actors/actors.ts';
import { langs } from '../../src/config/langs.ts';
import type { Database } from '../../src/database/database.ts';
import { dropPages } from '../../src/http/invalidation.ts';
import { publishNew } from '../../src/publications/publications.ts';

/** The campaign that there is from the start. */
export const FIRST = 'united-by-common-bonds';

/** When a campaign opens and closes, in milliseconds from now or as a moment; and its place among open ones. */
export interface CampaignToStore {
  readonly opens: number | Date;
  readonly closes?: number | Date;
  readonly place?: number;
  /** Who answers for it; whoever answers for the first where it is left out. */
  readonly controller?: string;
}

const momentOf = (when: number | Date) => (typeof when === 'number' ? new Date(Date.now() + when) : when);

export const DAY = 86_400_000;
/** What makes a campaign of each state. */
export const inState: Readonly<Record<'open' | 'scheduled' | 'closed', CampaignToStore>> = {
  open: { opens: -2 * DAY },
  scheduled: { opens: 2 * DAY },
  closed: { opens: -20 * DAY, closes: -5 * DAY },
};

/** What a campaign of a slug is called in a language. */
export const nameOf = (slug: string, lang = 'en') => `Zz ${slug} (${lang})`;
/** What its general call is called. */
export const askOf = (slug: string, lang = 'en') => `Zz ask of ${slug} (${lang})`;

/**
 * Stores a campaign beside the first, with its texts under names of its own and only a general ask; tells the processes, as an import
 * would.
 * @returns its id
 */
export function storeCampaign(
  database: Database,
  slug: string,
  { opens, closes, place, controller }: CampaignToStore,
): Promise<string> {
  const [id, ask] = [randomUUID(), randomUUID()];
  const named = JSON.stringify({ name: nameOf(slug, '@'), tagline: `Tagline of ${slug} (@)` });
  return database.transaction().execute(async (trx) => {
    await sql`INSERT INTO campaigns (id, slug, controller_id, opens_at, closes_at, position, hashtags, video)
      SELECT ${id}, ${slug}, coalesce(${controller ?? null}::uuid, controller_id), ${momentOf(opens)}::timestamptz,
        ${closes === undefined ? null : momentOf(closes)}::timestamptz,
        ${place ?? null}::int, hashtags, video FROM campaigns WHERE slug = ${FIRST}`.execute(trx);
    await sql`INSERT INTO campaign_texts (campaign_id, lang, text) SELECT ${id}, lang, text || replace(${named}, '@', lang)::jsonb
      FROM campaign_texts JOIN campaigns ON campaigns.id = campaign_id WHERE slug = ${FIRST}`.execute(trx);
    await sql`INSERT INTO asks (id, campaign_id, slug, aim, position, condition)
      VALUES (${ask}, ${id}, 'general', 'state-support', 0, 'always')`.execute(trx);
    await sql`INSERT INTO ask_texts (ask_id, lang, text)
      SELECT ${ask}, lang, text || replace(${JSON.stringify({ title: askOf(slug, '@') })}, '@', lang)::jsonb
      FROM ask_texts JOIN asks a ON a.id = ask_id JOIN campaigns c ON c.id = a.campaign_id
      WHERE a.slug = 'general' AND c.slug = ${FIRST}`.execute(trx);
    await publishNew(trx, { id, kind: 'campaign' }, langs, SYSTEM);
    await publishNew(trx, { id: ask, kind: 'ask' }, langs, SYSTEM);
    await dropPages(trx, ['campaigns'], 'remove');
    return id;
  });
}

/** A member organisation, for campaigns of its own. @returns its id */
export async function storeMember(database: Database, name: string, email = 'desk@member.example'): Promise<string> {
  const member = database.insertInto('controllers').values({ kind: 'member', name, email });
  return (await member.returning('id').executeTakeFirstOrThrow()).id;
}

/** Sets when a campaign opens and closes, and tells the processes. */
export async function moveCampaign(
  database: Database,
  slug: string,
  { opens, closes }: CampaignToStore,
): Promise<void> {
  await database.transaction().execute(async (trx) => {
    await sql`UPDATE campaigns SET opens_at = ${momentOf(opens)},
      closes_at = ${closes === undefined ? null : momentOf(closes)} WHERE slug = ${slug}`.execute(trx);
    await dropPages(trx, ['campaigns'], 'remove');
  });
}
