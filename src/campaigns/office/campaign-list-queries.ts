import { sql } from 'kysely';
import type { Lang } from '../../config/langs.ts';
import type { Queries } from '../../database/database.ts';
import { isId } from '../../database/is-id.ts';
import { inOrder, type Order, type Slice, sliceParts } from '../../database/slice.ts';

/** What a campaign is for those who look after it: beside what readers may see of it, whether somebody keeps it from them. */
export const deskStates = ['open', 'scheduled', 'closed', 'withdrawn', 'hidden'] as const;
export type DeskState = (typeof deskStates)[number];

export interface ListedCampaign {
  readonly id: string;
  readonly slug: string;
  readonly name: string | null;
  readonly nameLang: Lang | null;
  readonly state: DeskState;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  /** Itself and its asks. */
  readonly items: readonly string[];
  /** Which of them have words that stand, and in which language: `id lang`. */
  readonly whole: readonly string[];
  readonly position: string;
}

export interface SoughtCampaigns {
  /** An id, or a part of a name in any language or of the name in addresses. */
  readonly q?: string | undefined;
  readonly state?: DeskState | undefined;
}

const id = sql`c.id`;
const orders = {
  opens: { by: sql`c.opens_at`, kind: 'moment', id, idType: 'uuid' },
  name: { by: sql`c.slug`, kind: 'text', id, idType: 'uuid' },
} as const satisfies Readonly<Record<string, Order>>;
export type CampaignSort = keyof typeof orders;

/** Campaigns as the office lists them; there are never so many that an index would find them sooner. @param lang of their names */
export async function selectCampaignSlice(
  queries: Queries,
  { q, state }: SoughtCampaigns,
  lang: Lang,
  sort: CampaignSort,
  slice: Slice,
): Promise<ListedCampaign[]> {
  const { position, within, ordered } = sliceParts(orders[sort], slice);
  const part = `%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const sought =
    q === undefined
      ? sql`true`
      : sql`(c.id = ${isId(q) ? q : null}::uuid OR c.slug ILIKE ${part} OR EXISTS (SELECT FROM campaign_texts s
          WHERE s.campaign_id = c.id AND folded(concat(s.text ->> 'name', ' ', s.text ->> 'meaning')) LIKE folded(${part}))
        OR EXISTS (SELECT FROM text_versions v WHERE v.item_id = c.id AND folded(v.words ->> 'name') LIKE folded(${part})))`;
  const { rows } = await sql<ListedCampaign>`
    WITH c AS (SELECT c.id, c.slug, c.opens_at, c.closes_at, CASE WHEN p.hidden_at IS NOT NULL THEN 'hidden'
        WHEN p.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN now() < c.opens_at THEN 'scheduled'
        WHEN c.closes_at <= now() THEN 'closed' ELSE 'open' END AS state
      FROM campaigns c LEFT JOIN publications p ON p.id = c.id)
    SELECT c.id, c.slug, t.name, t.lang AS "nameLang", c.state, c.opens_at AS "opensAt", c.closes_at AS "closesAt",
      c.id || ARRAY(SELECT a.id FROM asks a WHERE a.campaign_id = c.id) AS items,
      ARRAY(SELECT campaign_id || ' ' || lang FROM campaign_texts WHERE campaign_id = c.id UNION ALL
        SELECT ask_id || ' ' || lang FROM ask_texts JOIN asks a ON a.id = ask_id WHERE a.campaign_id = c.id) AS "whole",
      ${position} AS position
    FROM c LEFT JOIN LATERAL (SELECT name, lang FROM (SELECT text ->> 'name' AS name, lang, 0 AS age FROM campaign_texts
        WHERE campaign_id = c.id UNION ALL
        SELECT words ->> 'name', lang, 1 FROM text_versions v WHERE item_id = c.id
          AND NOT EXISTS (SELECT FROM text_versions w WHERE w.item_id = v.item_id AND w.lang = v.lang AND w.number > v.number)) n
      ORDER BY lang <> ${lang}, age, lang LIMIT 1) t ON true
    WHERE ${within} AND ${sought} AND (${state ?? null}::text IS NULL OR c.state = ${state ?? null}) ${ordered}`.execute(
    queries,
  );
  return inOrder(rows, slice);
}
