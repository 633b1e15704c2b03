import { SYSTEM } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { publishNew } from '../publications/publications.ts';
import type { InLang } from './campaign-in-folder.ts';
import type { AskFacts, AskText } from './campaign-text.ts';

export interface AskRow {
  readonly campaignId: string;
  readonly slug: string;
  readonly position: number;
  readonly facts: AskFacts;
}

/** Adds an ask, or brings a known one to these facts. @returns its id */
export async function putAskFacts(queries: Queries, ask: AskRow): Promise<string> {
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
  await publishNew(queries, { id, kind: 'ask' }, [], SYSTEM);
  return id;
}

/** The words of an ask in one language. */
export async function selectAskText(queries: Queries, id: string, lang: Lang): Promise<AskText | undefined> {
  const texts = queries.selectFrom('ask_texts').select('text').where('ask_id', '=', id).where('lang', '=', lang);
  return (await texts.executeTakeFirst())?.text as AskText | undefined;
}

/** What stands of an ask's words in one language, and which version it is. */
export async function putAskText(
  trx: Queries,
  id: string,
  { lang, text }: InLang<object>,
  version: number,
): Promise<void> {
  const words = { text: JSON.stringify(text), version };
  await trx
    .insertInto('ask_texts')
    .values({ ask_id: id, lang, ...words })
    .onConflict((known) => known.columns(['ask_id', 'lang']).doUpdateSet(words))
    .execute();
}

/** The arguments with which a letter of an ask begins and that its words would not have. */
export async function missingDefaults(trx: Queries, id: string, text: AskText): Promise<string[]> {
  const { defaults } = await trx.selectFrom('asks').select('defaults').where('id', '=', id).executeTakeFirstOrThrow();
  return defaults.filter((name) => !text.arguments.some((one) => one.id === name));
}
