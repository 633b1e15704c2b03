import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { SYSTEM } from '../../src/actors/actors.ts';
import { langs } from '../../src/config/langs.ts';
import type { Database } from '../../src/database/database.ts';
import type { Item } from '../../src/publications/publication-kind.ts';
import { bar, embargo, publish, publishNew, unpublish } from '../../src/publications/publications.ts';

/** Puts a published thing into a state. @param later when what is to come is public */
export const intoState: Readonly<Record<string, (database: Database, item: Item, later: Date) => Promise<void>>> = {
  shown: async () => {},
  draft: (database, item) => unpublish(database, item, langs, 'draft', SYSTEM),
  review: (database, item) => unpublish(database, item, langs, 'in-review', SYSTEM),
  scheduled: (database, item, later) => publish(database, item, langs, SYSTEM, later),
  embargoed: (database, item, later) => embargo(database, item, later, SYSTEM, 'until the day'),
  withdrawn: (database, item) => bar(database, item, 'withdrawn', SYSTEM, 'no longer ours'),
  hidden: (database, item) => bar(database, item, 'hidden', SYSTEM, 'somebody is in danger'),
  monolingual: (database, item) => unpublish(database, item, ['fr', 'es', 'ar'], 'in-review', SYSTEM),
};

export const stateNames = Object.keys(intoState);
/** Those that become public by themselves at the moment. */
export const toCome = ['scheduled', 'embargoed'];
/** Those that nobody may see, neither before the moment nor after it. */
export const never = ['draft', 'review', 'withdrawn', 'hidden'];

/** How a campaign or an ask of a state is named in addresses, and what its words say in a language. */
export const campaignSlug = (state: string) => `zz-campaign-${state}`;
export const askSlug = (state: string) => `zz-ask-${state}`;
export const campaignWord = (state: string, lang = 'en') => `Zz campaign ${state} ${lang}`;
export const askWord = (state: string, lang = 'en') => `Zz ask ${state} ${lang}`;
export const pictureWord = (state: string, lang = 'en') => `Zz picture ${state} ${lang}`;
/** The campaign, which is shown, whose picture is in a state. */
export const picturedSlug = (state: string) => campaignSlug(`pictured-${state}`);

/** One of each kind of authored thing that rooms have, named after the state that it comes into. */
const makers: Readonly<Record<string, (database: Database, id: string, state: string) => Promise<void>>> = {
  campaign: storeCampaign,
  ask: storeAsk,
  picture: storePicture,
};
export const kindsInEveryState = Object.keys(makers);

/**
 * A campaign in every state beside the one there is, each the same but for its names, opened before it; and in the one that is shown,
 * an ask in every state, made of whoever has not joined the agreement on privileges.
 * @returns the ids of all, by `campaign` or `ask` and state
 */
export async function storeInEveryState(database: Database, later: Date): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const [state, put] of Object.entries(intoState)) {
    for (const [kind, store] of Object.entries(makers)) {
      const id = randomUUID();
      await store(database, id, state);
      await publishNew(database, { id, kind }, langs, SYSTEM);
      await put(database, { id, kind, name: id, tags: ['campaigns'] }, later);
      ids.set(`${kind} ${state}`, id);
    }
  }
  return ids;
}

/** Where the first campaign is shown, those that nobody may see would come first, then the one that is shown; the rest never lead. */
function openedBefore(state: string): string {
  if (never.includes(state)) return '2 days';
  return state === 'shown' ? '1 day' : '6 hours';
}

async function storeCampaign(database: Database, id: string, state: string): Promise<void> {
  const named = {
    name: campaignWord(state, '@'),
    tagline: campaignWord(state, '@'),
    summary: campaignWord(state, '@'),
  };
  await sql`INSERT INTO campaigns (id, slug, opens_at, hashtags, video)
    SELECT ${id}, ${campaignSlug(state)}, opens_at - ${openedBefore(state)}::interval, hashtags, video FROM campaigns
      WHERE slug = 'united-by-common-bonds'`.execute(database);
  await sql`INSERT INTO campaign_texts (campaign_id, lang, text)
    SELECT ${id}, lang, text || replace(${JSON.stringify(named)}, '@', lang)::jsonb
    FROM campaign_texts t JOIN campaigns c ON c.id = t.campaign_id WHERE slug = 'united-by-common-bonds'`.execute(
    database,
  );
  const general = randomUUID();
  await sql`INSERT INTO asks (id, campaign_id, slug, aim, position, condition)
    VALUES (${general}, ${id}, 'general', 'state-support', 0, 'always')`.execute(database);
  await sql`INSERT INTO ask_texts (ask_id, lang, text)
    SELECT ${general}, lang, text || jsonb_build_object('title', ${campaignWord(state, '')}::text || lang)
    FROM ask_texts t JOIN asks a ON a.id = t.ask_id WHERE a.slug = 'general' AND a.id <> ${general} AND a.campaign_id =
      (SELECT id FROM campaigns WHERE slug = 'united-by-common-bonds')`.execute(database);
  await publishNew(database, { id: general, kind: 'ask' }, langs, SYSTEM);
}

async function storeAsk(database: Database, id: string, state: string): Promise<void> {
  const named = { title: askWord(state, '@'), because: askWord(state, '@') };
  await sql`INSERT INTO asks (id, campaign_id, slug, aim, position, condition, office, defaults)
    SELECT ${id}, c.id, ${askSlug(state)}, aim, 1, 'no-apic', office, defaults
    FROM asks, campaigns c WHERE asks.slug = 'privileges-and-immunities' AND c.slug = ${campaignSlug('shown')}`.execute(
    database,
  );
  await sql`INSERT INTO ask_texts (ask_id, lang, text) SELECT ${id}, lang, (text || replace(${JSON.stringify(named)}, '@', lang)::jsonb)
      || jsonb_build_object('conditional',
        jsonb_build_object('because', ${askWord(state, '')}::text || lang || ' {when}', 'opening', 'On {when}.'))
    FROM ask_texts t JOIN asks a ON a.id = t.ask_id WHERE a.slug = 'privileges-and-immunities'`.execute(database);
}

/** Its file says what it is; a campaign of its own, which is shown, is shown with it. */
async function storePicture(database: Database, id: string, state: string): Promise<void> {
  const shownWith = randomUUID();
  await storeCampaign(database, shownWith, `pictured-${state}`);
  await publishNew(database, { id: shownWith, kind: 'campaign' }, langs, SYSTEM);
  await sql`INSERT INTO pictures (id, name, credit, licence)
    VALUES (${id}, ${pictureWord(state)}, ${pictureWord(state, 'credit')}, 'own')`.execute(database);
  await sql`INSERT INTO picture_words (picture_id, lang, alternative, caption)
    SELECT ${id}, lang, said || lang, said || lang
    FROM unnest(${langs}::text[]) AS lang, (SELECT ${pictureWord(state, '')}::text AS said) AS words`.execute(database);
  const file = Buffer.from(pictureWord(state, 'file'));
  await sql`WITH file AS (INSERT INTO media_files VALUES (sha256(${file}), 'image/webp', ${file.length}) RETURNING hash),
      part AS (INSERT INTO media_parts SELECT hash, 0, ${file} FROM file)
    INSERT INTO picture_sizes (picture_id, hash, width, height) SELECT ${id}, hash, 640, 480 FROM file`.execute(
    database,
  );
  await sql`INSERT INTO picture_uses (used_by, picture_id) VALUES (${shownWith}, ${id})`.execute(database);
}
