import type { ActorId } from '../actors/actors.ts';
import type { Database, Queries } from '../database/database.ts';
import { changedPlaces, type Place } from '../texts/places.ts';
import { newestOf, TextMovedError, versionOf } from '../texts/versions.ts';
import { WrongSettingError } from './campaign-settings.ts';
import { type CurrentWords, selectCurrentWords } from './waiting-words-queries.ts';
import { approveWords } from './write-words.ts';

/** Words that readers of a language don't get before somebody approves them. */
export interface WaitingWords extends Pick<CurrentWords, 'item' | 'lang'> {
  /** The version that stands, and the one that waits. */
  readonly current: number;
  readonly waiting: number;
  /** What differs, place by place. */
  readonly places: readonly Place[];
}

/** Everything that waits, campaigns before their asks. */
export async function waitingWords(queries: Queries): Promise<WaitingWords[]> {
  const all = await selectCurrentWords(queries);
  const newest = await newestOf(queries, [...new Set(all.map(({ item }) => item.id))]);
  const waiting: WaitingWords[] = [];
  for (const { item, lang, version } of all) {
    const number = newest.find((one) => one.item === item.id && one.lang === lang)?.number ?? version;
    if (number === version) continue;
    const of = { item: item.id, lang };
    const [before, after] = [await versionOf(queries, of, version), await versionOf(queries, of, number)];
    waiting.push({
      item,
      lang,
      current: version,
      waiting: number,
      places: changedPlaces(before?.words, after?.words),
    });
  }
  return waiting;
}

/**
 * Has words that wait stand before their readers.
 * @param name a campaign's or an ask's, as `united-by-common-bonds/ratify`
 * @param seen the number of the version that was looked at
 * @throws WrongSettingError where nothing waits there, or another version does; then nothing was changed
 */
export async function approveWaiting(
  database: Database,
  { name, lang, seen }: { readonly name: string; readonly lang: string; readonly seen: string },
  by: ActorId,
): Promise<void> {
  const all = await waitingWords(database);
  const found = all.find((one) => one.item.name === name && one.lang === lang);
  if (!found)
    throw new WrongSettingError(`nothing waits at ${name} ${lang}; npm run campaign -- waiting lists what does`);
  const moved = () =>
    new WrongSettingError(`version ${seen} is not what waits: look again with npm run campaign -- waiting`);
  if (String(found.waiting) !== seen) throw moved();
  try {
    await approveWords(database, found.item, found.lang, found.waiting, by);
  } catch (error) {
    throw error instanceof TextMovedError ? moved() : error;
  }
}
