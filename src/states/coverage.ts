import type { Lang } from '../config/langs.ts';
import { typeset } from '../locales/typeset.ts';
import { type Day, monthsBefore } from '../text/partial-day.ts';
import type { Coverage, TreatyRecord } from './treaty-record.ts';

type Record = Pick<TreatyRecord, 'coverage'>;
type Subject = Coverage['subject'];

/** How old what is known may be, in months, and still be said plainly; a campaign may set its own limit for what it asks. */
export const PLAIN_FOR_MONTHS = 24;

/** Whether a list is known to be complete on a day, so that a missing row says no. */
export function isComplete(record: Record, subject: Subject, on: Day): boolean {
  return on <= lastWhole(record, subject);
}

/** The last day on which a list is known to have been complete; '' where it never was. */
export function lastWhole({ coverage }: Record, subject: Subject): Day {
  return coverage.get(subject)?.complete_on ?? '';
}

/** The last day for which the sources of a list speak; '' where nothing is said of it. */
export function knownThrough({ coverage }: Record, subject: Subject): Day {
  return coverage.get(subject)?.known_through ?? '';
}

/** Whether what was last known on a day is still recent enough to be said plainly. */
export function isRecent(known: Day, on: Day, months = PLAIN_FOR_MONTHS): boolean {
  return known >= monthsBefore(on, months);
}

/** How we know that a list was complete, in a reader's language; `lang` is set where it is there in English only. */
export function howKnown(lang: Lang, { coverage }: Record, subject: Subject): { text: string; lang: 'en' | undefined } {
  const row = coverage.get(subject);
  const said = lang === 'en' ? row?.how : row?.[`how_${lang}`];
  return said ? { text: typeset(lang, said), lang: undefined } : { text: row?.how ?? '', lang: 'en' };
}
