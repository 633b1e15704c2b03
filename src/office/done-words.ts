import type { Lang } from '../config/langs.ts';
import type { App } from '../http/app.ts';
import { catalogueOf } from '../locales/catalogues.ts';
import { type Key, words } from '../locales/words.ts';

declare module '../http/app.ts' {
  interface Handed {
    /** How kinds of things are called that audited operations are done to. */
    readonly auditedItems: ReadonlyMap<string, Key>;
  }
}

const known = new Map<string, ReadonlyMap<string, string>>();

/** What somebody did, `letters.refuse`, in the words of its room; as it is written down where there are none. */
export function doneWords(lang: Lang, operation: string): string {
  const [room = '', deed = ''] = operation.split('.', 2);
  return catalogue(room, lang).get(`done.${deed}`) ?? operation;
}

/** What kind of thing it was done to. */
export function kindWords({ handed }: Pick<App, 'handed'>, lang: Lang, kind: string): string {
  const key = handed.auditedItems.get(kind);
  return key ? words(lang).t(key) : kind;
}

/** An operation is written down in the database, where one of a room that is gone may stand: it is looked for, not taken as a key. */
function catalogue(room: string, lang: Lang): ReadonlyMap<string, string> {
  const of = `${room} ${lang}`;
  const read = known.get(of) ?? wordsOf(room, lang);
  known.set(of, read);
  return read;
}

function wordsOf(room: string, lang: Lang): ReadonlyMap<string, string> {
  if (!/^[a-z-]+$/.test(room)) return new Map();
  try {
    return catalogueOf(room, lang);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return new Map();
  }
}
