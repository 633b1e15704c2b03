import { LRUCache } from 'lru-cache';
import { direction, type Lang } from '../config/langs.ts';
import type { TimeZone } from '../text/time-zone.ts';
import { locale } from './digits.ts';
import { isolatedIn } from './isolated.ts';

type Formatter =
  | Intl.RelativeTimeFormat
  | Intl.NumberFormat
  | Intl.DateTimeFormat
  | Intl.ListFormat
  | Intl.DisplayNames;

const made = new Map<string, Formatter>();

function formatter<Format extends Formatter>(name: string, make: () => Format): Format {
  const known = made.get(name) ?? make();
  made.set(name, known);
  return known as Format;
}

/** 12345 as a reader of the language writes it. */
export function number(lang: Lang, value: number): string {
  return formatter(`number/${locale(lang)}`, () => new Intl.NumberFormat(locale(lang))).format(value);
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** How much of a disk something takes, by thousands: "12 MB". */
export function size(lang: Lang, bytes: number): string {
  const step = Math.min(SIZES.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const unit = SIZES[step];
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  const make = () => new Intl.NumberFormat(locale(lang), options);
  return formatter(`size/${unit}/${locale(lang)}`, make).format(bytes / 1_000 ** step);
}

/** A language by its name in another. */
export function languageName(lang: Lang, named: Lang): string {
  return formatter(`language/${lang}`, () => new Intl.DisplayNames(lang, { type: 'language' })).of(named) ?? named;
}

/** Things named one after the other, as a sentence of the language does: "one, two, and three". */
export function list(lang: Lang, things: Iterable<string>): string {
  return formatter(`list/${lang}`, () => new Intl.ListFormat(lang)).format(apart(lang, things));
}

/** The same of things that are no strings: them, and the words between them. */
export function listParts<Thing>(lang: Lang, things: readonly Thing[]): (Thing | string)[] {
  const places = things.map((_, at) => `${at}`);
  const parts = formatter(`list/${lang}`, () => new Intl.ListFormat(lang)).formatToParts(places);
  return parts.map(({ type, value }) => (type === 'element' ? (things[Number(value)] as Thing) : value));
}

/** Things of which it may be any: "one, two, or three". */
export function either(lang: Lang, things: Iterable<string>): string {
  return formatter(`either/${lang}`, () => new Intl.ListFormat(lang, { type: 'disjunction' })).format(
    apart(lang, things),
  );
}

/** Each in its own direction: else two names from right to left in a row change their places in a list from left to right. */
function apart(lang: Lang, things: Iterable<string>): Iterable<string> {
  return direction(lang) === 'ltr' ? Iterator.from(things).map((thing) => isolatedIn(lang, thing)) : things;
}

const NO_BREAK = '\u00a0';

/**
 * Arabic names a month twice, as the United Nations does: half of its readers know only the one name, half the other. In French no line
 * ends between a day and its month.
 */
function written(lang: Lang, kind: string, options: Intl.DateTimeFormatOptions, date: Date, timeZone = 'UTC'): string {
  const make = () => new Intl.DateTimeFormat(locale(lang), { ...options, timeZone });
  const parts = formatter(`${kind}/${locale(lang)}/${timeZone}`, make).formatToParts(date);
  const eastern = () =>
    formatter(`month/ar-SY/${timeZone}`, () => new Intl.DateTimeFormat('ar-SY', { month: 'long', timeZone }));
  return parts
    .map(({ type, value }, at) => {
      if (lang === 'ar' && type === 'month') return `${eastern().format(date)}/${value}`;
      return lang === 'fr' && parts[at - 1]?.type === 'day' ? value.replace(' ', NO_BREAK) : value;
    })
    .join('');
}

/** Few days are written on many pages, and each takes longer than to write a hundred words. */
const days = new LRUCache<string, string>({ max: 2_000 });

/** A calendar day, YYYY-MM-DD, written out: "24 November 2026". */
export function day(lang: Lang, value: string): string {
  const key = `${locale(lang)}/${value}`;
  const known = days.get(key) ?? dayOf(lang, new Date(`${value}T00:00:00Z`), 'UTC');
  days.set(key, known);
  return known;
}

/** The day in a zone at a moment, written out. */
export function dayOf(lang: Lang, value: Date, zone: TimeZone): string {
  const text = written(lang, 'day', { dateStyle: 'long' }, value, zone);
  // French says the first of a month as an ordinal; the Unicode CLDR has no pattern for it.
  return lang === 'fr' ? text.replace(/^1\s/, `1er${NO_BREAK}`) : text;
}

/** A day, month or year as precise as it is known: "2007", "October 2007", "2 October 2007". */
export function partialDay(lang: Lang, value: string): string {
  if (value.length === 10) return day(lang, value);
  if (value.length === 4) return written(lang, 'year', { year: 'numeric' }, new Date(`${value}-01-01T00:00:00Z`));
  return written(lang, 'month', { month: 'long', year: 'numeric' }, new Date(`${value}-01T00:00:00Z`));
}

/** The same as short as a column of a table is narrow: "2 Oct 2007", in Arabic in digits alone. */
export function shortDay(lang: Lang, value: string): string {
  if (value.length !== 10) return partialDay(lang, value);
  const make = () => new Intl.DateTimeFormat(locale(lang), { dateStyle: 'medium', timeZone: 'UTC' });
  const text = formatter(`short/${locale(lang)}`, make).format(new Date(`${value}T00:00:00Z`));
  return lang === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** How far a moment is from another, in whole minutes, hours or days: "3 days ago", "in 2 hours". */
export function fromNow(lang: Lang, value: Date, now = new Date()): string {
  const minutes = Math.trunc((value.getTime() - now.getTime()) / 60_000);
  const far = Math.abs(minutes);
  const [count, unit] =
    far < 60
      ? ([minutes, 'minute'] as const)
      : far < 48 * 60
        ? ([Math.trunc(minutes / 60), 'hour'] as const)
        : ([Math.trunc(minutes / 1_440), 'day'] as const);
  return formatter(
    `fromNow/${locale(lang)}`,
    () => new Intl.RelativeTimeFormat(locale(lang), { numeric: 'auto' }),
  ).format(count, unit);
}

/** The time of day in a zone at a moment. */
export function time(lang: Lang, value: Date, zone: TimeZone): string {
  return written(lang, 'time', { hour: '2-digit', minute: '2-digit' }, value, zone);
}

/** A moment with its day and time in a zone, which is named. */
export function moment(lang: Lang, value: Date, zone: TimeZone): string {
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
    zone,
  );
}
