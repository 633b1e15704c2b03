import { sql } from 'kysely';
import { type ActorId, UNKNOWN } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import { publicationsOf } from '../publications/publications.ts';
import type { AskRules } from './ask-rules.ts';
import type { AskText } from './campaign-text.ts';

/** A version of an ask's rules. */
export interface RulesVersion {
  readonly number: number;
  readonly rules: AskRules;
  readonly madeAt: Date;
  readonly who: string | null;
  readonly whoKind: string;
  /** Files said so: those of the program, or a folder that was imported. */
  readonly brought: boolean;
}

/** The newest first. @param before only earlier ones than this */
export async function selectRules(
  queries: Queries,
  ask: string,
  most: number,
  before?: number,
): Promise<RulesVersion[]> {
  const all = rulesOf(queries, ask);
  const wanted = before === undefined ? all : all.where('number', '<', before);
  return (await wanted.limit(most).execute()) as unknown as RulesVersion[];
}

/** What files said of an ask last; undefined: they never did. */
export async function selectBroughtRules(queries: Queries, ask: string): Promise<RulesVersion | undefined> {
  const brought = rulesOf(queries, ask).where('made_by', '=', UNKNOWN);
  return (await brought.limit(1).executeTakeFirst()) as unknown as RulesVersion | undefined;
}

function rulesOf(queries: Queries, ask: string) {
  return queries
    .selectFrom('ask_rules')
    .innerJoin('actors', 'actors.id', 'made_by')
    .select(['number', 'rules', 'made_at as madeAt', 'actors.name as who', 'actors.kind as whoKind'])
    .select(({ eb }) => eb('made_by', '=', UNKNOWN).as('brought'))
    .where('ask_id', '=', ask)
    .orderBy('number', 'desc');
}

/** An ask of a campaign, as its rules are looked at and changed. */
export interface RuledAsk {
  readonly id: string;
  readonly slug: string;
  readonly rules: AskRules;
  /** The newest version of its rules. */
  readonly number: number;
  readonly texts: readonly { readonly lang: string; readonly text: AskText }[];
  /** Whether it was withdrawn, or is kept from readers. */
  readonly barred: boolean;
  readonly published: boolean;
}

/** The campaign of an ask, of which nobody else rules the asks until the transaction ends. */
export async function lockCampaignOf(trx: Queries, ask: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    SELECT c.id FROM campaigns c JOIN asks a ON a.campaign_id = c.id WHERE a.id = ${ask} FOR NO KEY UPDATE OF c`.execute(
    trx,
  );
  return rows[0]?.id;
}

/** Those of a campaign, in the order in which they lead. */
export async function selectRuledAsks(queries: Queries, campaign: string): Promise<RuledAsk[]> {
  const { rows } = await sql<Omit<RuledAsk, 'barred' | 'published'>>`
    SELECT a.id, a.slug, rules_of(a) AS rules,
      (SELECT max(number) FROM ask_rules r WHERE r.ask_id = a.id) AS number,
      coalesce((SELECT json_agg(json_build_object('lang', lang, 'text', text) ORDER BY lang) FROM ask_texts t
        WHERE t.ask_id = a.id), '[]') AS texts
    FROM asks a WHERE a.campaign_id = ${campaign} ORDER BY a.position, a.slug`.execute(queries);
  const publications = await publicationsOf(queries, 'ask');
  return rows.map((ask) => {
    const of = publications.get(ask.id);
    const barred = of !== undefined && (of.withdrawnAt !== null || of.hidden);
    return { ...ask, barred, published: of !== undefined && of.publicFrom.size > 0 };
  });
}

export async function insertRules(
  trx: Queries,
  ask: string,
  { number, rules, by }: { readonly number: number; readonly rules: AskRules; readonly by: ActorId },
): Promise<void> {
  await trx
    .insertInto('ask_rules')
    .values({ ask_id: ask, number, rules: JSON.stringify(rules), made_by: by })
    .execute();
}

export async function updateRules(trx: Queries, ask: string, { aim, when, office, defaults }: AskRules): Promise<void> {
  await trx.updateTable('asks').set({ aim, condition: when, office, defaults }).where('id', '=', ask).execute();
}

/** Puts asks in this order. */
export async function updateOrder(trx: Queries, asks: readonly string[]): Promise<void> {
  await sql`UPDATE asks SET position = o.place - 1 FROM unnest(${[...asks]}::uuid[]) WITH ORDINALITY AS o (id, place)
    WHERE asks.id = o.id AND asks.position <> o.place - 1`.execute(trx);
}

/**
 * Behind the others of its campaign, with the first version of its rules.
 * @returns its id; undefined where the campaign has one of this name, also of somebody who was quicker just now
 */
export async function insertAsk(
  trx: Queries,
  campaign: string,
  slug: string,
  { rules, by }: { readonly rules: AskRules; readonly by: ActorId },
): Promise<string | undefined> {
  const { aim, when, office, defaults } = rules;
  const { rows } = await sql<{ id: string }>`
    WITH made AS (INSERT INTO asks (campaign_id, slug, aim, condition, office, defaults, position)
      SELECT ${campaign}, ${slug}, ${aim}, ${when}, ${office}, ${defaults}::text[],
        coalesce((SELECT max(position) + 1 FROM asks WHERE campaign_id = ${campaign}), 0)
      ON CONFLICT (campaign_id, slug) DO NOTHING RETURNING id),
    said AS (INSERT INTO ask_rules (ask_id, number, rules, made_by)
      SELECT id, 1, ${JSON.stringify({ aim, when, office, defaults })}::jsonb, ${by} FROM made)
    SELECT id FROM made`.execute(trx);
  return rows[0]?.id;
}
