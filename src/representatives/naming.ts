import type { Lang } from '../config/langs.ts';
import { words } from '../locales/words.ts';
import { officialLanguages } from '../states/official-languages.ts';
import { exampleIn } from './example-names.ts';
import type { Channel, Representative } from './representative-queries.ts';
import { bodyIn, titleCalled, titleIn, titleOfSeat } from './titles.ts';

type Titled = Pick<Representative, 'office' | 'role'> & Partial<Pick<Representative, 'body'>>;

/**
 * The title by which a letter in a language calls somebody.
 * @returns undefined where it is known only as a source calls it, which may be in another language
 */
export function titleOf(lang: Lang, representative: Titled): string | undefined {
  const { office, role } = representative;
  if (office || !role) return roleOf(lang, representative);
  const title = titleCalled(role);
  return title && titleIn(lang, title);
}

/**
 * The title that stands beside somebody's name: as above, or as the source calls it where the language is one of the state's, in which
 * sources name them.
 * @returns undefined where it may be in another language
 */
export function shownTitle(lang: Lang, representative: Titled & Pick<Representative, 'state'>): string | undefined {
  const { role, state } = representative;
  const known = titleOf(lang, representative);
  if (known !== undefined || !role) return known;
  const written = /\p{Script=Arabic}/u.test(role) === (lang === 'ar');
  return written && officialLanguages(state).includes(lang) ? role : undefined;
}

/** The body that somebody sits in, in a language where that can be told. */
export function bodyOf(lang: Lang, { body }: Pick<Representative, 'body'>): string | null {
  return body && bodyIn(lang, body);
}

/** What somebody named holds, a line for each: the title, the body. */
export function postLines(lang: Lang, representative: Omit<Titled, 'body'> & Seated): string[] {
  const title = representative.name && shownTitle(lang, representative);
  return lines(lang, [title, bodyOf(lang, representative)]);
}

/** For where and for which party, a line for each. */
export function seatLines(lang: Lang, { area, party }: Pick<Seated, 'area' | 'party'>): string[] {
  return lines(lang, [area && exampleIn(lang, area), party && exampleIn(lang, party)]);
}

type Seated = Pick<Representative, 'state' | 'name' | 'body' | 'area' | 'party'>;

function lines(lang: Lang, texts: readonly (string | null | undefined)[]): string[] {
  return texts.flatMap((text) => (text ? begun(lang, text) : []));
}

/** As a line begins. */
function begun(lang: Lang, text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(lang) + rest.join('');
}

/** The title of what somebody holds: the office's in the reader's language, else as the source calls it. */
function roleOf(lang: Lang, { office, role, body }: Titled): string {
  if (office) return words(lang).t(`representatives.role.${office}`);
  return role || titleIn(lang, titleOfSeat(body));
}

/** How a representative is named in a list: a person by name, an office nobody is known in by its title. */
export function displayName(lang: Lang, representative: Titled & Pick<Representative, 'name'>): string {
  return begun(lang, called(lang, representative));
}

/** How a letter begins. Without a name it greets the office, in words that leave open who holds it. */
export function salutation(lang: Lang, representative: Titled & Pick<Representative, 'name'>): string {
  const { t } = words(lang);
  if (representative.office) return t(`representatives.salutation.${representative.office}`);
  return t('representatives.salutation.member', { name: called(lang, representative) });
}

function called(lang: Lang, representative: Titled & Pick<Representative, 'name'>): string {
  const { name } = representative;
  return name ? exampleIn(lang, name) : (titleOf(lang, representative) ?? roleOf(lang, representative));
}

/** The title of an office. */
export function officeTitle(lang: Lang, office: NonNullable<Representative['office']>): string {
  return roleOf(lang, { office, role: null });
}

/** Where an e-mail goes; undefined where no address is known. */
export function mailChannel(representative: Pick<Representative, 'channels'>): Channel | undefined {
  return representative.channels.find(({ kind }) => kind === 'email');
}
