import type { Lang } from './langs.ts';
import { locale } from './words.ts';

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function formatter<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(name: string, make: () => Format): Format {
  const known = made.get(name) ?? make();
  made.set(name, known);
  return known as Format;
}

/** 12345 as a reader of the language writes it. */
export function number(lang: Lang, value: number): string {
  return formatter(`number/${lang}`, () => new Intl.NumberFormat(locale(lang))).format(value);
}

/** A calendar day, written out: "24 November 2026". @param day a moment or 'YYYY-MM-DD'; days are counted in UTC */
export function day(lang: Lang, value: Date | string): string {
  const date = typeof value === 'string' ? new Date(`${value.slice(0, 10)}T00:00:00Z`) : value;
  const written = formatter(
    `day/${lang}`,
    () => new Intl.DateTimeFormat(locale(lang), { dateStyle: 'long', timeZone: 'UTC' }),
  ).format(date);
  // French says the first of a month as an ordinal; the Unicode CLDR has no pattern for it.
  return lang === 'fr' ? written.replace(/^1 /, '1er ') : written;
}

/** A day, month or year as precise as it is known: "2007", "October 2007", "2 October 2007". */
export function partialDay(lang: Lang, value: string): string {
  if (value.length === 10) return day(lang, value);
  const month = value.length === 7;
  const options = month ? ({ month: 'long', year: 'numeric' } as const) : ({ year: 'numeric' } as const);
  return formatter(
    `${month ? 'month' : 'year'}/${lang}`,
    () => new Intl.DateTimeFormat(locale(lang), { ...options, timeZone: 'UTC' }),
  ).format(new Date(`${month ? value : `${value}-01`}-01T00:00:00Z`));
}

/** A moment with its day and time, said to be UTC. */
export function moment(lang: Lang, value: Date): string {
  return formatter(
    `moment/${lang}`,
    () =>
      new Intl.DateTimeFormat(locale(lang), {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone: 'UTC',
        timeZoneName: 'short',
      }),
  ).format(value);
}
