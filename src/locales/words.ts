import { IntlMessageFormat } from 'intl-messageformat';
import { type ComponentChildren, createElement, Fragment, type VNode } from 'preact';
import { direction, type Lang } from '../config/langs.ts';
import { catalogueOf, type Key } from './catalogues.ts';
import { inDigitsOf, locale } from './digits.ts';
import { number } from './format.ts';
import { isolatedIn } from './isolated.ts';

export type { Key } from './catalogues.ts';

export type Values = Readonly<Record<string, string | number | Date>>;
type Mark = (words: ComponentChildren) => ComponentChildren;
type RichValues = Readonly<Record<string, string | number | Date | VNode | Mark>>;

export interface Words {
  readonly lang: Lang;
  /** The words behind a key, with values filled in (ICU MessageFormat). Throws on an unknown key. */
  t(key: Key, values?: Values): string;
  /** As `t`, for words with marks such as `<link>…</link>`, each given as a function of what it encloses. */
  rich(key: Key, values: RichValues): ComponentChildren;
}

const cache = new Map<string, Words>();

export function words(lang: Lang): Words {
  const known = cache.get(locale(lang));
  if (known) return known;
  const made = readCatalogue(lang, locale(lang));
  cache.set(locale(lang), made);
  return made;
}

function readCatalogue(lang: Lang, written: string): Words {
  const texts = new Map<string, ReadonlyMap<string, string>>();
  const parsed = new Map<string, IntlMessageFormat>();
  const unchanging = new Map<Key, string>();
  const text = (key: Key): string => {
    const [room = ''] = key.split('.', 1);
    const ofRoom = texts.get(room) ?? catalogueOf(room, lang);
    texts.set(room, ofRoom);
    const found = ofRoom.get(key.slice(room.length + 1));
    if (found === undefined) throw new Error(`no words for ${key} in ${lang}`);
    return inDigitsOf(lang, found);
  };
  const message = (key: Key): IntlMessageFormat => {
    const known = parsed.get(key);
    if (known) return known;
    const made = new IntlMessageFormat(text(key), written);
    parsed.set(key, made);
    return made;
  };
  const plain = (key: Key): string => {
    const known = unchanging.get(key);
    if (known !== undefined) return known;
    const made = withoutValues(text(key), () => message(key));
    unchanging.set(key, made);
    return made;
  };
  return {
    lang,
    t: (key, values) => (values ? String(message(key).format(inPlaces(lang, text(key), values))) : plain(key)),
    rich: (key, values) => {
      const parts = message(key).format<ComponentChildren>(inPlaces(lang, text(key), marks(values)));
      const list = (Array.isArray(parts) ? parts : [parts]) as ComponentChildren[];
      return createElement(Fragment, null, ...list);
    },
  };
}

/** Most words hold no syntax at all; those need no formatting. */
function withoutValues(text: string, message: () => IntlMessageFormat): string {
  return /[{<']/.test(text) ? String(message().format()) : text;
}

/**
 * What stands as it is in a message, `{most}`, `{name}`: a number as the language writes numbers, words that run from right to left apart
 * from those around them. In Arabic what runs the other way is mostly a name in the midst of a sentence, and needs nothing.
 */
function inPlaces<Value>(
  lang: Lang,
  text: string,
  values: Readonly<Record<string, Value>>,
): Record<string, Value | string> {
  const written = Object.entries(values).map(([name, value]) => {
    const stands = (typeof value === 'number' || typeof value === 'string') && text.includes(`{${name}}`);
    if (!stands) return [name, value] as const;
    if (typeof value === 'number') return [name, number(lang, value)] as const;
    return [name, direction(lang) === 'ltr' ? isolatedIn(lang, value) : value] as const;
  });
  return Object.fromEntries(written);
}

function marks(values: RichValues) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'function'
        ? (chunks: ComponentChildren[]) => value(createElement(Fragment, null, ...chunks))
        : value,
    ]),
  );
}
