import type { Day } from '../text/partial-day.ts';
import { type Treaty, treaties } from './shapes.ts';

/**
 * When each was adopted; before, nobody can be asked for it. The agreement: Assembly, 9 September 2002. RC/Res.5 and RC/Res.6, Kampala,
 * 10 and 11 June 2010. ICC-ASP/14/Res.2, 26 November 2015. ICC-ASP/16/Res.4, 14 December 2017. ICC-ASP/18/Res.5, 6 December 2019.
 */
export const adopted: Readonly<Record<Treaty, Day>> = {
  'rome-statute': '1998-07-17',
  apic: '2002-09-09',
  'amendment-article-8-2010': '2010-06-10',
  'amendment-aggression-2010': '2010-06-11',
  'amendment-article-124-2015': '2015-11-26',
  'amendment-biological-weapons-2017': '2017-12-14',
  'amendment-non-detectable-fragments-2017': '2017-12-14',
  'amendment-blinding-lasers-2017': '2017-12-14',
  'amendment-starvation-2019': '2019-12-06',
};

/** The treaties that there were on a day; the Statute also while it was being written. */
export function treatiesOn(on: Day): Treaty[] {
  return treaties.filter((treaty) => treaty === 'rome-statute' || adopted[treaty] <= on);
}
