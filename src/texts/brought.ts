import { isDeepStrictEqual } from 'node:util';
import type { Queries } from '../database/database.ts';
import { changedPlaces } from './places.ts';
import type { ItemText, Version, Words } from './version.ts';
import { selectBrought, selectHistory, selectVersion } from './version-queries.ts';

/**
 * What files mean beside what is here: *taken* where they say something new and nobody changed it here since files brought it; *same*
 * where they say what is here; *kept* where it was changed here and they say nothing new; *moved* where both did.
 */
export type Meaning = 'taken' | 'same' | 'kept' | 'moved';

/** @param brought what files brought last; undefined: they never did @param newest undefined: there is nothing here */
export function meaningOf(offered: Words, brought: Words | undefined, newest: Words | undefined): Meaning {
  const plain = JSON.parse(JSON.stringify(offered));
  if (isDeepStrictEqual(plain, newest)) return 'same';
  if (newest === undefined || isDeepStrictEqual(brought, newest)) return 'taken';
  return isDeepStrictEqual(plain, brought) ? 'kept' : 'moved';
}

/** What was changed here since files brought it, for whoever brings others. */
export interface Moved {
  readonly newest: Version;
  /** Who changed it last; undefined: nobody knows. */
  readonly who: string | undefined;
  readonly brought: number | undefined;
  /** Where the files differ from what is here. */
  readonly places: readonly string[];
}

/** What files say of a text, beside what is here; with what both changed. */
export async function besideFiles(
  queries: Queries,
  text: ItemText,
  offered: Words,
): Promise<{ readonly meaning: Exclude<Meaning, 'moved'> } | { readonly meaning: 'moved'; readonly moved: Moved }> {
  const [newest, brought] = [await selectVersion(queries, text), await selectBrought(queries, text)];
  const meaning = meaningOf(offered, brought?.words, newest?.words);
  if (meaning !== 'moved' || !newest) return { meaning: meaning === 'moved' ? 'taken' : meaning };
  const [last] = await selectHistory(queries, text, 1);
  const places = changedPlaces(newest.words, offered).map(({ place }) => place);
  return { meaning, moved: { newest, who: last?.who ?? undefined, brought: brought?.number, places } };
}
