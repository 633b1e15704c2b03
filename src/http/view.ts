import { direction, type Lang } from '../config/langs.ts';
import type { Settings } from '../config/settings.ts';
import { day, moment, number, partialDay } from '../locales/format.ts';
import { type Words, words } from '../locales/words.ts';

/** What a component needs to speak to its reader. */
export interface View extends Words {
  readonly dir: 'ltr' | 'rtl';
  /** The page's address behind its language, e.g. `/campaigns/x?state=KEN`; '' for the home page. */
  readonly path: string;
  readonly publicUrl: string;
  readonly operator: Settings['operator'];
  number(value: number): string;
  day(value: Date | string): string;
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', as precise as it is. */
  partialDay(value: string): string;
  moment(value: Date): string;
}

export function viewFor(settings: Settings, lang: Lang, path: string): View {
  return {
    ...words(lang),
    dir: direction(lang),
    path,
    publicUrl: settings.PUBLIC_URL,
    operator: settings.operator,
    number: (value) => number(lang, value),
    day: (value) => day(lang, value),
    partialDay: (value) => partialDay(lang, value),
    moment: (value) => moment(lang, value),
  };
}
