import type { Lang } from '../config/langs.ts';
import { catalogueOf } from '../locales/catalogues.ts';

const known = new Map<Lang, ReadonlyMap<string, string>>();

/** What somebody did, `letters.refuse`, in words; as it is written down where there are none. */
export function doneWords(lang: Lang, operation: string): string {
  return wordsFor(lang, `did.${operation}`) ?? operation;
}

/** What kind of thing it was done to. */
export function kindWords(lang: Lang, kind: string): string {
  return wordsFor(lang, `kind.${kind}`) ?? kind;
}

/** The kinds of things that have words. */
export function itemKinds(): readonly string[] {
  return [...catalogue('en').keys()].flatMap((key) => (key.startsWith('kind.') ? [key.slice('kind.'.length)] : []));
}

function wordsFor(lang: Lang, key: string): string | undefined {
  return catalogue(lang).get(key);
}

/** An operation is written down in the database, where one of a room that is gone may stand: it is looked for, not taken as a key. */
function catalogue(lang: Lang): ReadonlyMap<string, string> {
  const read = known.get(lang) ?? catalogueOf('office', lang);
  known.set(lang, read);
  return read;
}
