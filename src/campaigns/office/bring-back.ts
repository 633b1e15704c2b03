import type { ActorId } from '../../actors/actors.ts';
import type { Lang } from '../../config/langs.ts';
import type { Database } from '../../database/database.ts';
import { madeFrom, versionOf } from '../../texts/versions.ts';
import { AskText, CampaignText } from '../campaign-text.ts';
import { type WordedItem, writeWords } from '../write-words.ts';

/** A version that an earlier program wrote has not all that this one shows. */
export class NoWordsOfNowError extends Error {
  override readonly name = 'NoWordsOfNowError';
}

interface Back {
  readonly number: number;
  /** The newest version, as it was looked at. */
  readonly read: number;
  readonly show: boolean;
}

/**
 * Makes another version that says what an earlier one said, made from what that was made from.
 * @returns undefined where there is no such version
 * @throws TextMovedError, MissingArgumentsError, NotAllowedError, NoWordsOfNowError; then nothing was written
 */
export async function bringBack(
  database: Database,
  item: WordedItem,
  lang: Lang,
  { number, read, show }: Back,
  by: ActorId,
): Promise<{ readonly version: number; readonly stands: boolean } | undefined> {
  const earlier = await versionOf(database, { item: item.id, lang }, number);
  if (!earlier) return undefined;
  const words = (item.kind === 'campaign' ? CampaignText : AskText).safeParse(earlier.words);
  if (!words.success) throw new NoWordsOfNowError(`version ${number}`);
  const written = { words: words.data, read, source: madeFrom(earlier), show, back: number };
  return writeWords(database, item, lang, written, by);
}
