import type { Lang } from '../config/langs.ts';
import { words } from '../locales/words.ts';
import type { Channel, Representative } from './representative-queries.ts';

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
