import type { Queries } from '../database/database.ts';
import type { Preview } from '../publications/audience.ts';
import type { Newest } from '../texts/version.ts';
import { newestOf, versionOf } from '../texts/versions.ts';
import type { selectCampaigns } from './campaign-queries.ts';

type Rows = Awaited<ReturnType<typeof selectCampaigns>>;

/**
 * The rows of campaigns as a preview has them: of what is previewed the newest words of each language, and open or closed where that is
 * asked. Who sees them is the gate's to say, as of all others.
 */
export async function previewedRows<All extends Rows>(queries: Queries, all: All, preview: Preview): Promise<All> {
  const newest = new Map<string, Newest>(
    (await newestOf(queries, [...preview.items])).map((one) => [`${one.item}/${one.lang}`, one] as const),
  );
  const words = await Promise.all(
    [...newest.values()].map(({ item, lang, number }) => versionOf(queries, { item, lang }, number)),
  );
  const of = (ids: ReadonlySet<string>) => words.flatMap((one) => (one && ids.has(one.item) ? [one] : []));
  const isOther = (item: string, lang: string) => !newest.has(`${item}/${lang}`);
  const campaigns = new Set(all.campaigns.map(({ id }) => id));
  const asks = new Set(all.asks.map(({ id }) => id));
  return {
    ...all,
    campaigns: all.campaigns.map((row) => (preview.items.has(row.id) ? { ...row, ...timesIn(row, preview) } : row)),
    texts: [
      ...all.texts.filter(({ campaign_id, lang }) => isOther(campaign_id, lang)),
      ...of(campaigns).map(({ item, lang, number, words: text }) => ({
        ...{ campaign_id: item, lang, version: number, text },
      })),
    ],
    askTexts: [
      ...all.askTexts.filter(({ ask_id, lang }) => isOther(ask_id, lang)),
      ...of(asks).map(({ item, lang, number, words: text }) => ({ ask_id: item, lang, version: number, text })),
    ],
  } as All;
}

interface Times {
  readonly opens_at: Date;
  readonly closes_at: Date | null;
}

function timesIn({ opens_at, closes_at }: Times, { at, state }: Preview): Times {
  const before = new Date(at.getTime() - 1);
  const opened = opens_at < before ? opens_at : before;
  if (state === 'open') return { opens_at: opened, closes_at: closes_at && closes_at > at ? closes_at : null };
  if (state === 'closed') return { opens_at: opened, closes_at: closes_at && closes_at <= at ? closes_at : at };
  return { opens_at, closes_at };
}
