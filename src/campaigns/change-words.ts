import { type ActorId, SYSTEM } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { lockedStates, publishNew } from '../publications/publications.ts';
import type { Source } from '../texts/version.ts';
import { makeVersion, numberOf, originalOf } from '../texts/versions.ts';
import { putAskText } from './ask-queries.ts';
import type { InLang } from './campaign-in-folder.ts';
import { putCampaignText } from './campaign-queries.ts';
import type { AskText, CampaignText } from './campaign-text.ts';

/** Who changes words, and whether files say so. */
export interface ChangedBy {
  readonly by: ActorId;
  readonly brought: boolean;
  /** Which of the languages are written; the others say what a translation among them was made from. Undefined: all. */
  readonly only?: ReadonlySet<Lang>;
}

/** How what stands of a thing's words is stored, by what it is. */
export const putText = { campaign: putCampaignText, ask: putAskText } as const;
export type Worded = keyof typeof putText;

type Put = (trx: Queries, id: string, text: InLang<object>, version: number) => Promise<void>;

/**
 * Sets the words of a campaign in some languages, each as a version; languages that are new to it are published at once. What is scheduled
 * stays the version that was seen: others wait for somebody who approves them.
 * @returns the languages whose words wait
 */
export function setCampaignWords(trx: Queries, id: string, texts: readonly InLang<CampaignText>[], how: ChangedBy) {
  return setWords(trx, { id, kind: 'campaign' }, texts, putCampaignText, how);
}

/** The same of an ask. */
export function setAskWords(trx: Queries, id: string, texts: readonly InLang<AskText>[], how: ChangedBy) {
  return setWords(trx, { id, kind: 'ask' }, texts, putAskText, how);
}

async function setWords(
  trx: Queries,
  item: { readonly id: string; readonly kind: string },
  texts: readonly InLang<object>[],
  put: Put,
  { by, brought, only }: ChangedBy,
): Promise<readonly Lang[]> {
  const states = await lockedStates(trx, item.id);
  const waiting: Lang[] = [];
  const original = await originalOf(trx, item.id);
  const isOriginal = ({ lang }: InLang<object>) => lang === original?.lang;
  // What the others were translated from comes first.
  for (const one of [...texts.filter(isOriginal), ...texts.filter((text) => !isOriginal(text))]) {
    if (only && !only.has(one.lang)) continue;
    const source = await sourceAmong(trx, item.id, texts);
    const changed = { item: item.id, lang: one.lang, words: one.text, by, brought, source };
    const version = await makeVersion(trx, changed);
    if (states.get(one.lang) === 'scheduled') waiting.push(one.lang);
    else await put(trx, item.id, one, version);
  }
  await publishNew(
    trx,
    item,
    texts.map(({ lang }) => lang),
    SYSTEM,
  );
  return waiting;
}

/** The version of the original that is among these texts; undefined: it is not. */
async function sourceAmong(trx: Queries, item: string, texts: readonly InLang<object>[]): Promise<Source | undefined> {
  const original = await originalOf(trx, item);
  const among = texts.find(({ lang }) => lang === original?.lang);
  const number = among && (await numberOf(trx, { item, lang: among.lang }, among.text));
  return original && number ? { lang: original.lang, number } : undefined;
}
