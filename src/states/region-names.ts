import type { Lang } from '../config/langs.ts';
import { type Region, regionCodes } from '../maps/regions.ts';

/** The world (UN M49). */
const WORLD = '001';

/** A part of the world, or all of it, as CLDR names it: with a capital, for headings and links. */
export function regionName(lang: Lang, region: Region | 'world'): string {
  const name = new Intl.DisplayNames(lang, { type: 'region' });
  const said = name.of(region === 'world' ? WORLD : regionCodes[region]) ?? region;
  return said.charAt(0).toLocaleUpperCase(lang) + said.slice(1);
}
