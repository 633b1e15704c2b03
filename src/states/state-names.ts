import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../config/langs.ts';
import { root } from '../config/root.ts';
import type { Words } from '../locales/words.ts';

interface Named {
  readonly iso2: string;
  readonly iso3: string;
}
type Names = Readonly<Record<string, string>>;

/** Where the United Nations calls a state otherwise than CLDR does, as its lists have it: `Iran (Islamic Republic of)`. */
const corrections = JSON.parse(readFileSync(join(root, 'content/states/names.json'), 'utf8')) as Readonly<
  Record<Lang, Names>
>;
const regions = new Map<Lang, Intl.DisplayNames>();
const known = new Map<string, string>();

/** A state's name as it stands in lists and headings: the United Nations' where CLDR's differs, else CLDR's. */
export function listedName(lang: Lang, state: Named): string {
  const key = `${lang}/${state.iso3}`;
  const name = known.get(key) ?? corrections[lang][state.iso3] ?? displayName(lang, state);
  known.set(key, name);
  return name;
}

/** The same within a sentence or a letter: `Islamic Republic of Iran`. */
export function stateName(lang: Lang, state: Named): string {
  const listed = listedName(lang, state);
  const [, name, style] = /^([^(]+) \((.+)\)$/.exec(listed) ?? [];
  if (name === undefined || style === undefined) return listed;
  // In Arabic a dash holds the name's place.
  if (style.includes('-')) return style.replace('-', name);
  return `${style}${style.endsWith('’') ? '' : ' '}${name}`;
}

function displayName(lang: Lang, state: Named): string {
  const names = regions.get(lang) ?? new Intl.DisplayNames(lang, { type: 'region' });
  regions.set(lang, names);
  return names.of(state.iso2) ?? state.iso3;
}

/** A state that is no more, by the code it had (ISO 3166-3). */
export function predecessorName({ t }: Pick<Words, 't'>, code: string): string {
  return code === 'SCG' ? t('states.predecessor.SCG') : code;
}

/** In the order in which a reader of the language looks for them. */
export function inOrderOfNames<S extends Named>(lang: Lang, states: readonly S[]): { state: S; name: string }[] {
  const collator = new Intl.Collator(lang, { sensitivity: 'base' });
  return states
    .map((state) => ({ state, name: listedName(lang, state) }))
    .sort((a, b) => collator.compare(a.name, b.name));
}

/**
 * The state that a browser's languages speak of, such as `fr-CD`; nothing is asked of the network address.
 * @returns undefined where no region is named, as in plain `fr`
 */
export function suggestedState<S extends Named>(states: readonly S[], acceptLanguage: string): S | undefined {
  const region = /(?:^|[\s,])[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(acceptLanguage)?.[1]?.toUpperCase();
  return region === undefined ? undefined : states.find((state) => state.iso2 === region);
}
