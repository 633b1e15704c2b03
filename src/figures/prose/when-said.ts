import type { Lang } from '../../config/langs.ts';
import type { PartialDay } from '../../text/partial-day.ts';

const MONTHS = 12;
/** Arabic names months in two ways: as in Cairo, and as in Damascus. */
const locales: Readonly<Record<Lang, readonly string[]>> = {
  en: ['en'],
  fr: ['fr'],
  es: ['es'],
  ar: ['ar-EG', 'ar-SY'],
};

const monthsOf = new Map<Lang, ReadonlyMap<string, string>>();

/** The months by their names, '01' to '12'. */
function months(lang: Lang): ReadonlyMap<string, string> {
  const known = monthsOf.get(lang);
  if (known) return known;
  const made = new Map(
    locales[lang].flatMap((locale) => {
      const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
      return Array.from(
        { length: MONTHS },
        (_, at) => [name.format(Date.UTC(2001, at, 15)).toLowerCase(), String(at + 1).padStart(2, '0')] as const,
      );
    }),
  );
  monthsOf.set(lang, made);
  return made;
}

const DAY = '(?<day>\\d{1,2})';
const YEAR = '(?<year>\\d{4})(?!\\d)';

/** How a language leads to a day, a month or a year of which it speaks; `{month}` is the name of one. */
const said: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    `(?:on|by|as of|until) ${DAY}(?:st|nd|rd|th)? (?:of )?{month},? ${YEAR}`,
    `(?:on|by|as of|until) {month} ${DAY}(?:st|nd|rd|th)?, ?${YEAR}`,
    `(?:in|by|during) {month},? (?:of )?${YEAR}`,
    `(?:in|during|by) ${YEAR}`,
  ],
  fr: [`(?:le|au) ${DAY}(?:er)? {month} ${YEAR}`, `(?:en|fin|au mois de) {month} ${YEAR}`, `(?:en|fin) ${YEAR}`],
  es: [
    `(?:el|al) (?:día )?${DAY} de {month} de(?:l)? ${YEAR}`,
    `(?:en|a fines de|a finales de) {month} de(?:l)? ${YEAR}`,
    `(?:en|durante) (?:el año )?${YEAR}`,
  ],
  ar: [
    `(?:في|بتاريخ|حتى) (?:يوم )?${DAY} {month}(?:/\\p{L}+)? ${YEAR}`,
    `(?:في|حتى) (?:شهر )?{month}(?:/\\p{L}+)? ${YEAR}`,
    `(?:في )?(?:عام|سنة|في) ${YEAR}`,
  ],
};

const patterns = new Map<Lang, readonly RegExp[]>();

function patternsOf(lang: Lang): readonly RegExp[] {
  const known = patterns.get(lang);
  if (known) return known;
  const month = `(?<month>${[...months(lang).keys()].map((name) => RegExp.escape(name)).join('|')})`;
  const made = said[lang].map(
    (way) => new RegExp(`^[\\s«“"]*${way.replaceAll(' ', '\\s+').replace('{month}', month)}`, 'iu'),
  );
  patterns.set(lang, made);
  return made;
}

const inWesternDigits = (digit: string) => String((digit.codePointAt(0) ?? 0) & 0xf);

/** The day, month or year with which a text begins; undefined: with none. */
export function dayAtBeginning(text: string, lang: Lang): PartialDay | undefined {
  for (const pattern of patternsOf(lang)) {
    const { day, month, year } = pattern.exec(text.replace(/[٠-٩۰-۹]/g, inWesternDigits))?.groups ?? {};
    if (!year) continue;
    const parts = [year, month && months(lang).get(month.toLowerCase()), day?.padStart(2, '0')];
    return parts.filter(Boolean).join('-');
  }
  return undefined;
}
