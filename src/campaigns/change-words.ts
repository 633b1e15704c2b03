import { type ActorId, SYSTEM } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import { publishNew } from '../publications/publications.ts';
import { makeVersion } from '../texts/versions.ts';
import { putAskText } from './ask-queries.ts';
import type { InLang } from './campaign-in-folder.ts';
import { putCampaignText } from './campaign-queries.ts';
import type { AskText, CampaignText } from './campaign-text.ts';

/** Who changes words, and whether files say so. */
export interface ChangedBy {
  readonly by: ActorId;
  readonly brought: boolean;
}

type Put = (trx: Queries, id: string, text: InLang<object>, version: number) => Promise<void>;

/** Sets the words of a campaign in some languages, each as a version; languages that are new to it are published at once. */
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
  how: ChangedBy,
): Promise<void> {
  for (const one of texts) {
    const version = await makeVersion(trx, { item: item.id, lang: one.lang, words: one.text, ...how });
    await put(trx, item.id, one, version);
  }
  await publishNew(
    trx,
    item,
    texts.map(({ lang }) => lang),
    SYSTEM,
  );
}
