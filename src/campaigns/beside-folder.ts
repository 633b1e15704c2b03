import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { dayIn, type TimeZone } from '../text/time-zone.ts';
import { besideFiles, type Moved } from '../texts/brought.ts';
import { besideRules, fileOfRules } from './beside-rules.ts';
import type { CampaignInFolder, InLang } from './campaign-in-folder.ts';
import { selectAskNames } from './campaign-queries.ts';

/** What a folder says beside those of a known campaign, file by file. */
export interface BesideFolder {
  /** Changed here, where the folder says nothing new. */
  readonly unchanged: readonly string[];
  /** Changed here and there, in words for whoever imports. */
  readonly moved: readonly string[];
}

export const NOTHING_BESIDE: BesideFolder = { unchanged: [], moved: [] };

/** The file of a campaign's words, or of those of one of its asks. */
export function fileOf(lang: Lang, ask?: string): string {
  return ask === undefined ? `${lang}.json` : `asks/${ask}/${lang}.json`;
}

/** Compares a folder with what was changed here since files brought it last. */
export async function besideFolder(
  trx: Queries,
  id: string,
  { facts, texts, asks }: CampaignInFolder,
  zone: TimeZone,
): Promise<BesideFolder> {
  const ids = await selectAskNames(trx);
  const all = [
    ...texts.map((text) => ({ item: id, text, file: fileOf(text.lang) })),
    ...asks.flatMap(({ slug, texts: words }) =>
      words.map((text) => ({ item: ids.get(`${facts.slug}/${slug}`), text, file: fileOf(text.lang, slug) })),
    ),
  ];
  const unchanged: string[] = [];
  const moved: string[] = [];
  for (const { item, text, file } of all) {
    if (item === undefined) continue;
    const beside = await besideFiles(trx, { item, lang: text.lang }, text.text);
    if (beside.meaning === 'kept') unchanged.push(file);
    if (beside.meaning === 'moved') moved.push(`${file}: ${sayMoved(beside.moved, zone)}`);
  }
  for (const ask of asks) {
    const known = ids.get(`${facts.slug}/${ask.slug}`);
    if (known === undefined) continue;
    const beside = await besideRules(trx, known, ask, zone);
    if (beside.meaning === 'kept') unchanged.push(fileOfRules(ask.slug));
    if (beside.meaning === 'moved') moved.push(`${fileOfRules(ask.slug)}: ${beside.said}`);
  }
  return { unchanged, moved };
}

function sayMoved({ newest, who, brought, places }: Moved, zone: TimeZone): string {
  const since = brought === undefined ? 'files never brought it' : `files brought version ${brought}`;
  const by = `version ${newest.number}, ${who === undefined ? '' : `by ${who}, `}${dayIn(zone, newest.madeAt)}`;
  return `was changed here (${since}; now ${by}), and differs at ${places.join(', ')}; --over writes the folder’s words over it`;
}

/** The words among these that are to be written. */
export function toWrite<Text>(
  texts: readonly InLang<Text>[],
  unchanged: readonly string[],
  ask?: string,
): ReadonlySet<Lang> {
  return new Set(texts.map(({ lang }) => lang).filter((lang) => !unchanged.includes(fileOf(lang, ask))));
}
