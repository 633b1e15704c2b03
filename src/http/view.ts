import { direction, type Lang } from '../config/langs.ts';
import { type WhyMailStays, whyMailStays } from '../config/mail-stays.ts';
import type { Settings } from '../config/settings.ts';
import { day, dayOf, fromNow, moment, number, partialDay, size, time } from '../locales/format.ts';
import { type Key, type Words, words } from '../locales/words.ts';
import { type Day, today } from '../text/partial-day.ts';
import type { AnyAddress } from './address.ts';

/** A link that leads to a room from every page. */
export interface NavigationEntry {
  readonly label: Key;
  /** Beside others: the lowest first. */
  readonly order: number;
  /** Whose pages, and those below them, stand in this place too, beside those below its own address. */
  readonly holds?: readonly AnyAddress[];
  /** @param on the past day that somebody looks at, to stay with it where the room knows days */
  link(lang: Lang, on: string | undefined): string;
}

export interface Navigation {
  readonly header: readonly NavigationEntry[];
  readonly footer: readonly NavigationEntry[];
}

declare module './app.ts' {
  interface Handed {
    readonly navigation: Navigation;
  }
}

import type { TimeZone } from '../text/time-zone.ts';

/** What a component needs to speak to its reader. */
export interface View extends Words {
  readonly dir: 'ltr' | 'rtl';
  /** The page's address behind its language, with what is asked behind it; '' for the home page. */
  readonly path: string;
  readonly publicUrl: string;
  readonly operator: Settings['operator'];
  /** Why every mail stays on this machine; undefined where mail leaves. */
  readonly mailStays: WhyMailStays | undefined;
  readonly navigation: Navigation;
  number(value: number): string;
  /** Of a file or a table, in bytes. */
  size(bytes: number): string;
  /** The organisation's zone, in which its days begin and moments are shown. */
  readonly timeZone: TimeZone;
  today(): Day;
  /** A day of the calendar, 'YYYY-MM-DD'. */
  day(value: Day): string;
  /** The day of a moment. */
  dayOf(value: Date): string;
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', as precise as it is. */
  partialDay(value: string): string;
  moment(value: Date): string;
  /** The time of day of a moment. */
  time(value: Date): string;
  /** How far from now a moment is: "3 days ago", "in 2 hours". */
  fromNow(value: Date): string;
}

interface Speaking {
  readonly settings: Settings;
  readonly handed: { readonly navigation: Navigation };
}

export function viewFor({ settings, handed }: Speaking, lang: Lang, path: string): View {
  return {
    ...words(lang),
    dir: direction(lang),
    path,
    publicUrl: settings.PUBLIC_URL,
    operator: settings.operator,
    mailStays: whyMailStays(settings),
    navigation: handed.navigation,
    number: (value) => number(lang, value),
    size: (bytes) => size(lang, bytes),
    timeZone: settings.TIME_ZONE,
    today: () => today(settings.TIME_ZONE),
    day: (value) => day(lang, value),
    dayOf: (value) => dayOf(lang, value, settings.TIME_ZONE),
    partialDay: (value) => partialDay(lang, value),
    fromNow: (value) => fromNow(lang, value),
    moment: (value) => moment(lang, value, settings.TIME_ZONE),
    time: (value) => time(lang, value, settings.TIME_ZONE),
  };
}
