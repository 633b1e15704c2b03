import type { Lang } from '../config/langs.ts';
import type { Newest } from './version.ts';

export const translationStates = ['missing', 'original', 'translated', 'older'] as const;
export type TranslationState = (typeof translationStates)[number];

/**
 * What a language of a thing is: *missing* where nothing was ever written in it; *older* where what it was translated from says something
 * else by now. Wherever a language is called behind, this says so.
 * @param newest the newest version of each language of the thing
 */
export function translationState(newest: readonly Newest[], lang: Lang): TranslationState {
  const own = newest.find((one) => one.lang === lang);
  if (!own) return 'missing';
  if (own.sourceLang === null) return 'original';
  return own.sourceMoved ? 'older' : 'translated';
}
