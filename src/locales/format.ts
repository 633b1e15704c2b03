import type { Lang } from '../config/langs.ts';
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

/** Arabic names a month twice, as the United Nations does: half of its readers know only the one name, half the other. */
function written(lang: Lang, kind: string, options: Intl.DateTimeFormatOptions, date: Date): string {
  const make = (tag: string) => () => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  const parts = formatter(`${kind}/${lang}`, make(locale(lang))).formatToParts(date);
  const eastern = () =>
    formatter('month/ar-SY', () => new Intl.DateTimeFormat('ar-SY', { month: 'long', timeZone: 'UTC' }));
  return parts
    .map(({ type, value }) => (lang === 'ar' && type === 'month' ? `${eastern().format(date)}/${value}` : value))
    .join('');
}

/** A calendar day, written out: "24 November 2026". @param day a moment or 'YYYY-MM-DD'; days are counted in UTC */
export function day(lang: Lang, value: Date | string): string {
  const date = typeof value === 'string' ? new Date(`${value.slice(0, 10)}T00:00:00Z`) : value;
  const text = written(lang, 'day', { dateStyle: 'long' }, date);
  // French says the first of a month as an ordinal; the Unicode CLDR has no pattern for it.
  return lang === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** A day, month or year as precise as it is known: "2007", "October 2007", "2 October 2007". */
export function partialDay(lang: Lang, value: string): string {
  if (value.length === 10) return day(lang, value);
  if (value.length === 4) return written(lang, 'year', { year: 'numeric' }, new Date(`${value}-01-01T00:00:00Z`));
  return written(lang, 'month', { month: 'long', year: 'numeric' }, new Date(`${value}-01T00:00:00Z`));
}

/** A moment with its day and time, said to be UTC. */
export function moment(lang: Lang, value: Date): string {
  return written(
    lang,
    'moment',
    {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    },
    value,
  );
}
