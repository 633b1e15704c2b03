import type { Lang } from '../config/langs.ts';

/** The address in each language of a page that there is for each of some names. */
export function pagesNamed(
  names: Iterable<string>,
  page: (lang: Lang, name: string) => string,
): ((lang: Lang) => string)[] {
  return [...names].map((name) => (lang) => page(lang, name));
}
