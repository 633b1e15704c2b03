import type { Lang } from '../config/langs.ts';
import { typeset } from '../locales/typeset.ts';
import type { Words } from '../locales/words.ts';
import type { Day } from '../text/partial-day.ts';
import type { Case, Docket, Person, Situation } from './docket.ts';

/** A situation's name in a language, as the Court calls it. */
export function situationName(lang: Lang, situation: Situation): string {
  return typeset(lang, lang === 'en' ? situation.name : situation[`name_${lang}`]);
}

const joining: Readonly<Record<'fr' | 'es', readonly [and: string, others: string]>> = {
  fr: [' et ', ' et autres'],
  es: [' y ', ' y otros'],
};

/** A person's name as the Court writes it; in Arabic in Arabic letters, where it is known so. */
export function personName(lang: Lang, person: Person): string {
  return (lang === 'ar' && person.name_ar) || person.name;
}

/** A case's short name: the people's own names as they are written in the language, the words between are the reader's. */
export function caseName(lang: Lang, of: Case): string {
  if (lang === 'en') return typeset(lang, of.name);
  if (lang === 'ar') return typeset(lang, of.name_ar || of.name);
  const [and, others] = joining[lang];
  return of.name.replace(/ et al\.$/, others).replaceAll(' and ', and);
}

/** A case's title: in English as the Court writes it whole, else in the reader's words. */
export function caseTitle({ lang, t }: Words, of: Case): string {
  if (lang === 'en') return typeset(lang, of.full_name);
  if (lang === 'ar' && of.full_name_ar) return typeset(lang, of.full_name_ar);
  const key = of.full_name.startsWith('Warrant') ? 'record.case.warrants' : 'record.case.prosecutor';
  return t(key, { people: caseName(lang, of) });
}

/** Of whom or what an event speaks: the person, else the case, else the situation. */
export function subjectName(
  lang: Lang,
  docket: Docket,
  of: Readonly<{ person: string | null; case: string | null; situation: string }>,
): string {
  const person = of.person === null ? undefined : docket.people.get(of.person);
  if (person) return personName(lang, person);
  const inCase = of.case === null ? undefined : docket.cases.get(of.case);
  if (inCase) return caseName(lang, inCase);
  const situation = docket.situations.get(of.situation);
  return situation ? situationName(lang, situation) : '';
}

/** Whether a note tells of a year that a day did not know yet; it is then left out of that day's view. */
export function tellsLater(note: string, on: Day): boolean {
  return [...note.matchAll(/\b(?:19|20)\d\d\b/g)].some(([year]) => year > on.slice(0, 4));
}

/** A note in a reader's language; `lang` is set where it is there in English only. */
export function noteIn(lang: Lang, docket: Docket, note: string): { text: string; lang: 'en' | undefined } {
  const known = lang === 'en' ? note : docket.notes.get(note)?.[lang];
  return known === undefined
    ? { text: typeset('en', note), lang: 'en' }
    : { text: typeset(lang, known), lang: undefined };
}
