import type { Day } from '../facts/partial-day.ts';
import type { Lang } from '../locales/langs.ts';
import type { Words } from '../locales/words.ts';
import type { Case, Docket, Situation } from './docket.ts';

/** A situation's name in a language, as the Court calls it. */
export function situationName(lang: Lang, situation: Situation): string {
  return lang === 'en' ? situation.name : situation[`name_${lang}`];
}

const joining: Readonly<Record<Exclude<Lang, 'en'>, readonly [and: string, others: string]>> = {
  fr: [' et ', ' et autres'],
  es: [' y ', ' y otros'],
  ar: [' و', ' وآخرون'],
};

/** A case's short name: the people's own names stay as the Court writes them, the words between are the reader's. */
export function caseName(lang: Lang, of: Case): string {
  if (lang === 'en') return of.name;
  const [and, others] = joining[lang];
  return of.name.replace(/ et al\.$/, others).replaceAll(' and ', and);
}

/** A case's title: in English as the Court writes it whole, else in the reader's words around the short name. */
export function caseTitle({ lang, t }: Words, of: Case): string {
  if (lang === 'en') return of.full_name;
  const key = of.full_name.startsWith('Warrant') ? 'record.case.warrants' : 'record.case.prosecutor';
  return t(key, { people: caseName(lang, of) });
}

/** Whether a note tells of a year that a day did not know yet; it is then left out of that day's view. */
export function tellsLater(note: string, on: Day): boolean {
  return [...note.matchAll(/\b(?:19|20)\d\d\b/g)].some(([year]) => year > on.slice(0, 4));
}

/** A note in a reader's language; `lang` is set where it is there in English only. */
export function noteIn(lang: Lang, docket: Docket, note: string): { text: string; lang: 'en' | undefined } {
  const known = lang === 'en' ? note : docket.notes.get(note)?.[lang];
  return known === undefined ? { text: note, lang: 'en' } : { text: known, lang: undefined };
}
