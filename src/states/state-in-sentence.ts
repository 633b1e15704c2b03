import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { readCsvRows } from '../text/csv-rows.ts';
import { listedName } from './state-names.ts';

/** A state’s name as parts of a sentence, to be filled into messages: `{state_in}`. */
export type StateInSentence = Readonly<{
  /** With its article, as subject or object: “the Netherlands”, “le Kenya”, “el Reino Unido”. */
  state: string;
  /** The same at the beginning of a sentence: “The Netherlands”. */
  state_first: string;
  /** “in the Netherlands”, “au Kenya”, “en el Reino Unido”. */
  state_in: string;
  /** Whose: “Kenya’s”, “du Kenya”, “del Reino Unido”; in Arabic the name, behind what is the state’s. */
  state_of: string;
  /** To whom: “to the Netherlands”, “à la France”, “al Reino Unido”. */
  state_to: string;
  /** What a verb or pronoun agrees with: `many` for plural names, `masculine` for masculine ones in Arabic, else `other`. */
  state_agrees: 'many' | 'masculine' | 'other';
}>;

interface Named {
  readonly iso2: string;
  readonly iso3: string;
}

interface Row {
  readonly en: string;
  readonly fr: string;
  readonly fr_in: string;
  readonly es: string;
  readonly ar: string;
  readonly ar_gender: string;
}

const rows = readRows();

/** The name of a state with the article and the preposition that its language wants, by `content/states/names-in-sentences.csv`. */
export function stateInSentence(lang: Lang, state: Named): StateInSentence {
  const row = rows.get(state.iso3) ?? withoutArticle(state);
  const name = row[lang];
  return { state: name, state_first: first(name), ...forms[lang](row) };
}

/** A text of a campaign with the name of a state filled in, `{state}` or any other form; with a capital at its beginning. */
export function nameState(lang: Lang, text: string, state: Named): string {
  const forms: Readonly<Record<string, string>> = stateInSentence(lang, state);
  const said = text.replace(/\{(state(?:_\w+)?)\}/g, (hole, form: string) => forms[form] ?? hole);
  return text.startsWith('{state') ? first(said) : said;
}

type Forms = Omit<StateInSentence, 'state' | 'state_first'>;

const forms: Readonly<Record<Lang, (row: Row) => Forms>> = {
  en: ({ en }) => ({
    state_in: `in ${en}`,
    state_of: `${en}${/^the .*s$|(Islands|Grenadines)$/.test(en) ? '’' : '’s'}`,
    state_to: `to ${en}`,
    state_agrees: 'other',
  }),
  fr: ({ fr, fr_in }) => ({
    state_in: fr_in,
    state_of: contracted(fr, { le: 'du', les: 'des', alone: /^[AEÉIÎOUHY]/.test(fr) ? 'd’' : 'de ' }),
    state_to: contracted(fr, { le: 'au', les: 'aux', alone: 'à ' }),
    state_agrees: fr.startsWith('les ') ? 'many' : 'other',
  }),
  es: ({ es }) => ({
    state_in: `en ${es}`,
    state_of: `de ${es}`.replace(/^de el /, 'del '),
    state_to: `a ${es}`.replace(/^a el /, 'al '),
    state_agrees: /^l[oa]s /.test(es) ? 'many' : 'other',
  }),
  ar: ({ ar, ar_gender }) => ({
    state_in: `في ${ar}`,
    state_of: ar,
    state_to: `إلى ${ar}`,
    state_agrees: ar_gender === 'm' ? 'masculine' : 'other',
  }),
};

/** “to” before a name with its article; only French and Spanish contract it. */
export function toName(lang: Lang, name: string): string {
  if (lang === 'fr') return contracted(name, { le: 'au', les: 'aux', alone: 'à ' });
  return lang === 'es' ? `a ${name}`.replace(/^a el /, 'al ') : name;
}

/** “of” before a name with its article; only French and Spanish contract it. */
export function ofName(lang: Lang, name: string): string {
  if (lang === 'fr') return contracted(name, { le: 'du', les: 'des', alone: 'de ' });
  return lang === 'es' ? `de ${name}`.replace(/^de el /, 'del ') : name;
}

/** French contracts prepositions with le and les, and elides de before a vowel; la and l’ stay as they are. */
function contracted(name: string, by: { le: string; les: string; alone: string }): string {
  const [, article, rest] = /^(les?) (.+)$/.exec(name) ?? [];
  if (article === 'le' || article === 'les') return `${by[article]} ${rest}`;
  return `${by.alone}${name}`;
}

function first(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function withoutArticle(state: Named): Row {
  const fr = listedName('fr', state);
  return {
    en: listedName('en', state),
    fr,
    fr_in: `à ${fr}`,
    es: listedName('es', state),
    ar: listedName('ar', state),
    ar_gender: 'f',
  };
}

function readRows(): ReadonlyMap<string, Row> {
  const { head, rows: read } = readCsvRows(readFileSync(join(root, 'content/states/names-in-sentences.csv'), 'utf8'));
  return new Map(
    read.map(({ cells }) => {
      const row = Object.fromEntries(head.map((column, at) => [column, cells[at] ?? '']));
      return [row.iso3 ?? '', row as unknown as Row];
    }),
  );
}
