import type { Lang } from '../config/langs.ts';
import type { ControllerId } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import type { WordedItem } from './write-words.ts';

/** Which version of a campaign's or an ask's words stands in a language. */
export interface CurrentWords {
  readonly item: WordedItem;
  readonly lang: Lang;
  readonly version: number;
}

/** Of every campaign and ask, by their names, which version of their words stands in each language. */
export async function selectCurrentWords(queries: Queries): Promise<CurrentWords[]> {
  const campaigns = await queries
    .selectFrom('campaign_texts as t')
    .innerJoin('campaigns as c', 'c.id', 't.campaign_id')
    .select(['c.id', 'c.slug as name', 'c.controller_id', 't.lang', 't.version'])
    .orderBy('c.slug')
    .orderBy('t.lang')
    .execute();
  const asks = await queries
    .selectFrom('ask_texts as t')
    .innerJoin('asks as a', 'a.id', 't.ask_id')
    .innerJoin('campaigns as c', 'c.id', 'a.campaign_id')
    .select(['a.id', 'c.slug', 'a.slug as ask', 'c.controller_id', 't.lang', 't.version'])
    .orderBy('c.slug')
    .orderBy('a.position')
    .orderBy('t.lang')
    .execute();
  return [
    ...campaigns.map((row) => ({ ...row, kind: 'campaign' as const })),
    ...asks.map((row) => ({ ...row, kind: 'ask' as const, name: `${row.slug}/${row.ask}` })),
  ].map(({ id, kind, name, controller_id, lang, version }) => ({
    item: { id, kind, name, organisation: controller_id as ControllerId },
    lang: lang as Lang,
    version,
  }));
}
