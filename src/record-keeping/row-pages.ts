import type { Lang } from '../config/langs.ts';
import type { Fields } from '../facts/shapes.ts';
import { recordAddresses } from '../record/addresses.ts';
import { stateAddresses } from '../states/addresses.ts';

/** The public pages that show a row, the nearest first. */
export function pagesOf(lang: Lang, file: string, fields: Fields): readonly string[] {
  const { iso3, situation = '', case: of = '', person = '', slug = '', subject } = fields;
  if (iso3) return [stateAddresses.state(lang, iso3)];
  if (file === 'people') return [recordAddresses.person(lang, slug)];
  if (file === 'cases') return [recordAddresses.case(lang, slug)];
  if (file === 'situations') return [recordAddresses.situation(lang, slug)];
  if (subject !== undefined) return [recordAddresses.record(lang)];
  return [
    ...(person && of ? [recordAddresses.participant(lang, of, person)] : []),
    ...(of ? [recordAddresses.case(lang, of)] : []),
    ...(situation ? [recordAddresses.situation(lang, situation)] : []),
  ];
}
