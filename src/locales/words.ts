import { IntlMessageFormat } from 'intl-messageformat';
import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import type { Lang } from '../config/langs.ts';
import { catalogueOf, type Key } from './catalogues.ts';

export type { Key } from './catalogues.ts';

export type Values = Readonly<Record<string, string | number | Date>>;
type Mark = (words: ReactNode) => ReactNode;
type RichValues = Readonly<Record<string, string | number | Date | ReactElement | Mark>>;

export interface Words {
  readonly lang: Lang;
  /** The words behind a key, with values filled in (ICU MessageFormat). Throws on an unknown key. */
  t(key: Key, values?: Values): string;
  /** As `t`, for words with marks such as `<link>…</link>`, each given as a function of what it encloses. */
  rich(key: Key, values: RichValues): ReactNode;
}

// Latin digits in Arabic as well: figures, dates and amounts then read alike in citations and forms.
const locales: Readonly<Record<Lang, string>> = { en: 'en-GB', fr: 'fr', es: 'es', ar: 'ar-u-nu-latn' };

export function locale(lang: Lang): string {
  return locales[lang];
}

const cache = new Map<Lang, Words>();

export function words(lang: Lang): Words {
  const known = cache.get(lang);
  if (known) return known;
  const made = readCatalogue(lang);
  cache.set(lang, made);
  return made;
}

function readCatalogue(lang: Lang): Words {
  const texts = new Map<string, ReadonlyMap<string, string>>();
  const parsed = new Map<string, IntlMessageFormat>();
  const unchanging = new Map<Key, string>();
  const text = (key: Key): string => {
    const [room = ''] = key.split('.', 1);
    const ofRoom = texts.get(room) ?? catalogueOf(room, lang);
    texts.set(room, ofRoom);
    const found = ofRoom.get(key.slice(room.length + 1));
    if (found === undefined) throw new Error(`no words for ${key} in ${lang}`);
    return found;
  };
  const message = (key: Key): IntlMessageFormat => {
    const known = parsed.get(key);
    if (known) return known;
    const made = new IntlMessageFormat(text(key), locales[lang]);
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
    t: (key, values) => (values ? String(message(key).format({ ...values })) : plain(key)),
    rich: (key, values) => {
      const parts = message(key).format<ReactNode>(marks(values));
      const list = (Array.isArray(parts) ? parts : [parts]) as ReactNode[];
      return createElement(Fragment, null, ...list);
    },
  };
}

/** Most words hold no syntax at all; those need no formatting. */
function withoutValues(text: string, message: () => IntlMessageFormat): string {
  return /[{<']/.test(text) ? String(message().format()) : text;
}

function marks(values: RichValues) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'function' ? (chunks: ReactNode[]) => value(createElement(Fragment, null, ...chunks)) : value,
    ]),
  );
}
