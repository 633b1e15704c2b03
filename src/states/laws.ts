import type { Day } from '../facts/partial-day.ts';
import type { Lang } from '../locales/langs.ts';
import type { NationalLaw, StateRecord } from './treaty-record.ts';

/** National laws were looked up in sources of these years; before, a row without a year says nothing. */
const LAWS_READ_SINCE: Day = '2013-01-01';

/** What is known of a state's laws on a day. */
export function lawsOn({ laws }: Pick<StateRecord, 'laws'>, on: Day): NationalLaw[] {
  return laws.filter(({ year }) => on >= (year === '' ? LAWS_READ_SINCE : `${year}-01-01`));
}

/** What is said of a law, in a reader's language; `lang` is set where it is there in English only. */
export function lawNote(lang: Lang, law: NationalLaw): { text: string; lang: 'en' | undefined } {
  const known = lang === 'en' ? law.note : law[`note_${lang}`];
  return known === '' ? { text: law.note, lang: 'en' } : { text: known, lang: undefined };
}
