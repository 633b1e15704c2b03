import { sql } from 'kysely';
import { SYSTEM } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { publishNew } from '../publications/publications.ts';
import type { AskFacts, AskText } from './campaign-text.ts';

export interface AskRow {
  readonly campaignId: string;
  readonly slug: string;
  readonly position: number;
  readonly facts: AskFacts;
}

/** Adds an ask, or brings a known one to these facts and words. */
export async function putAsk(
  queries: Queries,
  ask: AskRow,
  texts: readonly { lang: Lang; text: AskText }[],
): Promise<void> {
  const id = await putAskFacts(queries, ask);
  await putAskTexts(queries, id, texts);
  for (const { lang, text } of texts) await setConditional(queries, id, lang, text.conditional);
}

/** @returns its id */
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

/** Sets the conditional words of an ask in one language; undefined: it has none. */
export async function setConditional(
  queries: Queries,
  ask: string,
  lang: Lang,
  conditional: AskText['conditional'],
): Promise<void> {
  const words = sql`text::jsonb - 'conditional' || ${JSON.stringify(conditional ? { conditional } : {})}::jsonb`;
  await sql`UPDATE ask_texts SET text = ${words} WHERE ask_id = ${ask} AND lang = ${lang}`.execute(queries);
}

/**
 * Sets the words of an ask, in each language, and leaves conditional ones that are not among them; those that are new to it are
 * published at once.
 */
export async function putAskTexts(
  queries: Queries,
  id: string,
  texts: readonly { lang: Lang; text: AskText }[],
): Promise<void> {
  const merged = sql<string>`excluded.text || jsonb_strip_nulls(jsonb_build_object('conditional', ask_texts.text -> 'conditional'))`;
  await queries
    .insertInto('ask_texts')
    .values(texts.map(({ lang, text }) => ({ ask_id: id, lang, text: JSON.stringify(text) })))
    .onConflict((known) => known.columns(['ask_id', 'lang']).doUpdateSet({ text: merged }))
    .execute();
  await publishNew(
    queries,
    { id, kind: 'ask' },
    texts.map(({ lang }) => lang),
    SYSTEM,
  );
}
