import { type Lang, langs } from '../config/langs.ts';
import { type Key, words } from '../locales/words.ts';
import type { Channel, Representative } from './representative-queries.ts';

/** Titles that sources use, small, in any of our languages, and what they are in each. */
let known: ReadonlyMap<string, Key> | undefined;

function titles(): ReadonlyMap<string, Key> {
  known ??= new Map(
    langs.flatMap((lang) =>
      (['member', 'senator', 'councillor', 'mayor'] as const).flatMap((title) =>
        words(lang)
          .t(`representatives.titles.${title}`)
          .split(' | ')
          .map((word) => [word.toLowerCase(), `representatives.title.${title}` as Key] as const),
      ),
    ),
  );
  return known;
}

/**
 * The title by which a letter in a language calls somebody.
 * @returns undefined where it is known only as a source calls it, which may be in another language
 */
export function titleOf(lang: Lang, representative: Pick<Representative, 'office' | 'role'>): string | undefined {
  const { office, role } = representative;
  if (office || !role) return roleOf(lang, representative);
  const title = titles().get(role.trim().toLowerCase());
  return title && words(lang).t(title);
}

/** The title of what somebody holds: the office's in the reader's language, else as the source calls it. */
export function roleOf(lang: Lang, representative: Pick<Representative, 'office' | 'role'>): string {
  if (representative.office) return words(lang).t(`representatives.role.${representative.office}`);
  return representative.role || words(lang).t('representatives.role.member');
}

/** How a representative is named in a list: a person by name, an office nobody is known in by its title. */
export function displayName(lang: Lang, representative: Pick<Representative, 'office' | 'role' | 'name'>): string {
  const [first = '', ...rest] = representative.name ?? roleOf(lang, representative);
  return first.toLocaleUpperCase(lang) + rest.join('');
}

/** How a letter begins. Without a name it greets the office, in words that leave open who holds it. */
export function salutation(lang: Lang, representative: Pick<Representative, 'office' | 'role' | 'name'>): string {
  const { t } = words(lang);
  if (representative.office) return t(`representatives.salutation.${representative.office}`);
  return t('representatives.salutation.member', { name: representative.name ?? roleOf(lang, representative) });
}

/** Where an e-mail goes; undefined where no address is known. */
export function mailChannel(representative: Pick<Representative, 'channels'>): Channel | undefined {
  return representative.channels.find(({ kind }) => kind === 'email');
}
