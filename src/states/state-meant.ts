import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { readCsvRows } from '../text/csv-rows.ts';
import { displayName, listedName, namesIn } from './state-names.ts';

interface Named {
  readonly iso2: string;
  readonly iso3: string;
}

/** What somebody who typed a country may mean. */
export interface Meant<S> {
  /** Where it can be only one. */
  readonly state: S | undefined;
  /** Else those to choose from; none where no state is called so. */
  readonly perhaps: readonly S[];
}

/**
 * The states that somebody may mean by what they typed, whatever its case, accents and articles: a code, a name in any of our languages,
 * or another name by `content/states/other-names.csv`. A name that is part of another state’s (“Congo”, “Guinea”) is nobody’s alone; the
 * beginning of one state’s names will do.
 */
export function stateMeant<S extends Named>(all: readonly S[], typed: string): Meant<S> {
  const wanted = folded(typed);
  // Letters set apart by stops or blanks: “U.K.”.
  const initials = /^\p{L}(?: \p{L})+$/u.test(wanted) ? [wanted.replaceAll(' ', '')] : [];
  for (const one of [wanted, ...initials]) {
    const meant = alone(called(all, one));
    if (meant.state || meant.perhaps.length > 0) return meant;
  }
  return wanted.length < SHORTEST_PART ? alone<S>([]) : byPart(all, wanted);
}

/** Those that are called so, and those of whose names it is a part. */
function called<S extends Named>(all: readonly S[], wanted: string): S[] {
  const so = all.filter((state) => spellingsOf(state).called.has(wanted));
  const asName = so.some((state) => ![state.iso2, state.iso3].map(folded).includes(wanted));
  return asName ? all.filter((one) => so.includes(one) || isPartOfName(one, wanted)) : so;
}

function byPart<S extends Named>(all: readonly S[], wanted: string): Meant<S> {
  const beginning = all.filter((state) => spellingsOf(state).beginning.some((name) => name.startsWith(wanted)));
  const within = all.filter((state) => spellingsOf(state).names.some((name) => ` ${name}`.includes(` ${wanted}`)));
  const perhaps = all.filter((state) => beginning.includes(state) || within.includes(state));
  if (perhaps.length > MOST_MEANT) return alone<S>([]);
  const sure = wanted.length >= SHORTEST_BEGINNING && beginning.length === perhaps.length;
  return sure ? alone(perhaps) : { state: undefined, perhaps };
}

export interface OtherName {
  readonly lang: string;
  readonly name: string;
  /** Codes of those that are called so: several where it is ambiguous. */
  readonly states: readonly string[];
}

/** What others call states, beside the names that we have of them. */
export function otherNames(): readonly OtherName[] {
  return others;
}

/** As names are compared: without case, accents, signs, articles, and the letters that Arabic writes in several ways. */
export function folded(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/ة/g, 'ه')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const bare = words.map((word) => (word.length > SHORTEST_PART ? word.replace(/^ال/, '') : word));
  const [first = '', ...rest] = bare;
  return (rest.length > 0 && articles.includes(first) ? rest : bare).join(' ');
}

const SHORTEST_PART = 3;
const SHORTEST_BEGINNING = 4;
/** More are no help: “Republic”. */
const MOST_MEANT = 12;
const articles: readonly string[] = ['the', 'le', 'la', 'les', 'l', 'el', 'los', 'las'];
const OTHERS = ['states', 'lang', 'names'];
const others = readOthers();

interface Spellings {
  /** Whatever the state is called, by its codes and others’ names too. */
  readonly called: ReadonlySet<string>;
  /** Its own names: those of which a part is looked for. */
  readonly names: readonly string[];
  /** Those of which the beginning will do: not “Islamic Republic of Iran”. */
  readonly beginning: readonly string[];
  /** The everyday ones: “United Kingdom”, without “and Northern Ireland”. */
  readonly everyday: readonly string[];
}

const spelled = new Map<string, Spellings>();

function spellingsOf(state: Named): Spellings {
  const known = spelled.get(state.iso3);
  if (known) return known;
  const names = langs.flatMap((lang) => namesIn(lang, state)).map(folded);
  const besides = others.filter(({ states }) => states.includes(state.iso3)).map(({ name }) => folded(name));
  const codes = [state.iso2, state.iso3].map(folded);
  const everyday = langs.map((lang) => folded(displayName(lang, state)));
  const listed = langs.map((lang) => folded(listedName(lang, state)));
  const read = {
    called: new Set([...codes, ...names, ...besides]),
    names,
    beginning: [...listed, ...everyday, ...besides],
    everyday,
  };
  spelled.set(state.iso3, read);
  return read;
}

function isPartOfName(state: Named, wanted: string): boolean {
  return spellingsOf(state).everyday.some((name) => ` ${name} `.includes(` ${wanted} `));
}

function alone<S>(states: readonly S[]): Meant<S> {
  return states.length === 1 ? { state: states[0], perhaps: [] } : { state: undefined, perhaps: states };
}

function readOthers(): OtherName[] {
  const { rows } = readCsvRows(readFileSync(join(root, 'content/states/other-names.csv'), 'utf8'), OTHERS);
  return rows.flatMap(({ cells: [states = '', lang = '', names = ''] }) =>
    names.split(';').map((name) => ({ lang, name: name.trim(), states: states.split(' ') })),
  );
}
