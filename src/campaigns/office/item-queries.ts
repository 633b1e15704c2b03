import type { Lang } from '../../config/langs.ts';
import type { ControllerId } from '../../controllers/controllers.ts';
import { anyOf } from '../../database/any-of.ts';
import type { Queries } from '../../database/database.ts';
import type { CampaignText } from '../campaign-text.ts';
import type { Worded } from '../change-words.ts';

/** A campaign or one of its asks, as the office works with it, and which version of its words is current in each language. */
export interface ItemRow {
  readonly id: string;
  readonly kind: Worded;
  readonly slug: string;
  /** Of an ask: its own. */
  readonly ask: string | null;
  readonly organisation: ControllerId;
  readonly texts: readonly CurrentText[];
  /** What the newest version of each language calls it, which may stand nowhere yet. */
  readonly written: readonly Pick<CurrentText, 'lang' | 'name'>[];
}

export interface CurrentText {
  readonly lang: Lang;
  readonly version: number;
  readonly name: string;
}

/** A campaign, then its asks in the order in which they lead; nothing where there is none. */
export async function selectItems(queries: Queries, slug: string): Promise<readonly ItemRow[]> {
  const [campaign, asks, texts, askTexts] = await Promise.all([
    queries.selectFrom('campaigns').select(['id', 'controller_id']).where('slug', '=', slug).executeTakeFirst(),
    queries
      .selectFrom('asks as a')
      .innerJoin('campaigns as c', 'c.id', 'a.campaign_id')
      .select(['a.id', 'a.slug'])
      .where('c.slug', '=', slug)
      .orderBy('a.position')
      .orderBy('a.slug')
      .execute(),
    queries
      .selectFrom('campaign_texts as t')
      .innerJoin('campaigns as c', 'c.id', 't.campaign_id')
      .select(['t.lang', 't.version', 't.text'])
      .where('c.slug', '=', slug)
      .execute(),
    queries
      .selectFrom('ask_texts as t')
      .innerJoin('asks as a', 'a.id', 't.ask_id')
      .innerJoin('campaigns as c', 'c.id', 'a.campaign_id')
      .select(['t.ask_id', 't.lang', 't.version', 't.text'])
      .where('c.slug', '=', slug)
      .execute(),
  ]);
  if (!campaign) return [];
  const written = await selectWrittenNames(queries, [campaign.id, ...asks.map(({ id }) => id)]);
  const organisation = campaign.controller_id as ControllerId;
  const named = (
    { lang, version, text }: { lang: string; version: number; text: unknown },
    field: 'name' | 'title',
  ) => ({
    lang: lang as Lang,
    version,
    name: String((text as CampaignText & { title: string })[field] ?? ''),
  });
  return [
    {
      ...{ id: campaign.id, kind: 'campaign', slug, ask: null, organisation },
      texts: texts.map((text) => named(text, 'name')),
      written: written.filter(({ item }) => item === campaign.id),
    },
    ...asks.map((ask) => ({
      ...{ id: ask.id, kind: 'ask' as const, slug, ask: ask.slug, organisation },
      texts: askTexts.filter(({ ask_id }) => ask_id === ask.id).map((text) => named(text, 'title')),
      written: written.filter(({ item }) => item === ask.id),
    })),
  ];
}

async function selectWrittenNames(queries: Queries, items: readonly string[]) {
  const rows = await queries
    .selectFrom('text_versions')
    .distinctOn(['item_id', 'lang'])
    .select(['item_id as item', 'lang', 'words'])
    .where('item_id', '=', anyOf(items, 'uuid'))
    .orderBy('item_id')
    .orderBy('lang')
    .orderBy('number', 'desc')
    .execute();
  return rows.flatMap(({ item, lang, words }) => {
    const { name, title } = Object(words) as { name?: unknown; title?: unknown };
    const called = name ?? title;
    return typeof called === 'string' && called !== '' ? [{ item, lang: lang as Lang, name: called }] : [];
  });
}
