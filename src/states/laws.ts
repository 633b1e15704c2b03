import type { Lang } from '../config/langs.ts';
import { typeset } from '../locales/typeset.ts';
import type { Day } from '../text/partial-day.ts';
import type { NationalLaw, StateRecord, TreatyRecord } from './treaty-record.ts';

/** National laws were looked up in sources of these years; before, a law without a year says nothing. */
const LAWS_READ_SINCE: Day = '2013-01-01';
const NEVER: Day = '9999-12-31';

type Record = Pick<TreatyRecord, 'coverage'>;

/** What is known of a state's laws on a day. */
export function lawsOn(record: Record, { laws }: Pick<StateRecord, 'laws'>, on: Day): NationalLaw[] {
  return laws.filter((law) => on >= knownSince(record, law));
}

/** Whether a row says that there is no law, or a draft at most. */
export function lacksLaw({ status }: Pick<NationalLaw, 'status'>): boolean {
  return status === 'none' || status === 'draft';
}

/**
 * A law counts from its year on. That there is none is true when somebody looks, not before: from the year of the source on, or since
 * all were read.
 */
function knownSince({ coverage }: Record, law: NationalLaw): Day {
  if (law.year !== '') return `${law.year}-01-01`;
  return lacksLaw(law) ? (coverage.get(law.topic)?.known_through ?? NEVER) : LAWS_READ_SINCE;
}

/** What is said of a law, in a reader's language; `lang` is set where it is there in English only. */
export function lawNote(lang: Lang, law: NationalLaw): { text: string; lang: 'en' | undefined } {
  const known = lang === 'en' ? law.note : law[`note_${lang}`];
  return known === '' ? { text: typeset('en', law.note), lang: 'en' } : { text: typeset(lang, known), lang: undefined };
}
