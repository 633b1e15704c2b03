import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../config/langs.ts';
import { root } from '../config/root.ts';
import type { Words } from '../locales/words.ts';
import { officialLanguages } from './official-languages.ts';

interface Named {
  readonly iso2: string;
  readonly iso3: string;
}
type Names = Readonly<Record<string, string>>;

/** The United Nations' names that are others than CLDR's, not only spelled otherwise: `Iran (Islamic Republic of)`. */
const corrections = JSON.parse(readFileSync(join(root, 'content/states/names.json'), 'utf8')) as Readonly<
  Record<Lang, Names>
>;
const regions = new Map<Lang, Intl.DisplayNames>();
const known = new Map<string, string>();

/** A state's name as it stands in lists and headings: the United Nations' where it is another than CLDR's, else CLDR's. */
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

/** The Unicode CLDR’s name. */
export function displayName(lang: Lang, state: Named): string {
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

/** More are no suggestion: a language of so many states, such as French, says little. */
const MOST_SUGGESTED = 8;

export interface Suggested<S> {
  /** The first whose region is named, as in `fr-CD`. */
  readonly named: S | undefined;
  /** All that a reader may look for first, the likeliest first. */
  readonly states: readonly S[];
}

/**
 * The states that a browser's languages speak of: those whose regions are named, as in `fr-CD`, then those of which a language is an
 * official one. Nothing is asked of the network address.
 */
export function suggestedStates<S extends Named>(all: readonly S[], acceptLanguage: string): Suggested<S> {
  const tags = acceptLanguage
    .slice(0, LONGEST_HEADER)
    .split(',')
    .map((part) => part.split(';')[0]?.trim().toLowerCase() ?? '');
  const regions = tags.flatMap((tag) => /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})$/.exec(tag)?.[1]?.toUpperCase() ?? []);
  const named = regions.flatMap((region) => all.find((state) => state.iso2 === region) ?? []);
  const languages = new Set(tags.map((tag) => tag.split('-')[0] ?? ''));
  const speaking = [...languages].flatMap((language) => {
    const there = all.filter(({ iso3 }) => officialLanguages(iso3).includes(language));
    return there.length <= MOST_SUGGESTED ? there : [];
  });
  return { named: named[0], states: [...new Set([...named, ...speaking])].slice(0, MOST_SUGGESTED) };
}

const LONGEST_HEADER = 500;

/** Whatever one of our languages calls a state: as listed, in a sentence, by the Unicode CLDR, and by it for short. */
export function namesIn(lang: Lang, state: Named): string[] {
  const short = new Intl.DisplayNames(lang, { type: 'region', style: 'short' }).of(state.iso2) ?? '';
  return [listedName(lang, state), stateName(lang, state), displayName(lang, state), short];
}
