import type { Lang } from '../config/langs.ts';
import { day } from '../locales/format.ts';
import { typeset } from '../locales/typeset.ts';
import type { TreatyRecord } from './treaty-record.ts';

export interface Source {
  readonly words: string;
  /** Of the words; undefined where they are in the reader's. */
  readonly lang: 'en' | undefined;
  readonly addresses: readonly string[];
}

/** Said beside, by how sure the fact is. */
const COMPUTED = /^Computed: /;

/** What ends a clause after an address is not the address’s. */
const address = /https?:\/\/[^\s)]*[^\s),;.:]/g;

/** What a fact's source says, and where it can be read. */
export function sourceIn(lang: Lang, { sourceWords }: Pick<TreatyRecord, 'sourceWords'>, source: string): Source {
  const english = wordsOf(source);
  const known = lang === 'en' ? undefined : sourceWords.get(english)?.[lang];
  return {
    words: forReaders(known ? typeset(lang, known) : typeset('en', daysSaid(english.replace(COMPUTED, '')))),
    lang: known ? undefined : 'en',
    addresses: source.match(address) ?? [],
  };
}

/** Days as a reader writes them. */
const daysSaid = (english: string) => english.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (found) => day('en', found));

/** Where a copy of a source lies is left out: whoever wants it finds it at the address. */
function forReaders(words: string): string {
  return words.replace(/ (?:in|dans|en|في) zmjones\/untreaties/, '');
}

/** A source without its addresses and what stood around them. */
export function wordsOf(source: string): string {
  return source
    .replace(address, '')
    .replace(/\(\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[);,])/g, '')
    .trim()
    .replace(/[,;:]$/, '');
}

/** What a reader calls the place where something was read: the host of its address. */
export function siteName(address: string): string {
  return (URL.parse(address)?.hostname ?? address).replace(/^www\./, '');
}
