import { isLang, type Lang } from '../config/langs.ts';
import type { Representative } from '../representatives/find-representatives.ts';
import { officialLanguages } from '../states/official-languages.ts';

/**
 * The language of a letter: one that its writer chose; else one in which its addressees are known to read; else an official one of their
 * state; else the reader's. Of several the reader's goes first.
 * @param among those in which the campaign's letter is there
 */
export function letterLang(
  wanted: string | null,
  among: readonly Lang[],
  reader: Lang,
  state: string,
  addressees: readonly Pick<Representative, 'languages'>[],
): Lang {
  const there = (codes: readonly string[]) =>
    codes.map((code) => code.split('-')[0] ?? '').filter((code): code is Lang => isLang(code) && among.includes(code));
  if (wanted !== null && isLang(wanted) && among.includes(wanted)) return wanted;
  const known = there(addressees.find(({ languages }) => there(languages).length > 0)?.languages ?? []);
  const fit = known.length > 0 ? known : there(officialLanguages(state));
  return fit.includes(reader) ? reader : (fit[0] ?? reader);
}
