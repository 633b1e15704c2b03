import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { cachedInMemory } from '../database/memory-cache.ts';
import type { Visible } from '../http/visible.ts';
import { alwaysPublic } from '../publications/visible-to.ts';
import { type PublicOffice, publicOffices } from '../states/public-offices.ts';
import { examplesAlike } from './example-names.ts';
import { displayName, officeTitle } from './naming.ts';
import {
  type Representative,
  selectByIds,
  selectFilters,
  selectNames,
  selectRepresentatives,
} from './representative-queries.ts';
import { calledAlike } from './titles.ts';

export { type Channel, type Representative, selectAddresses as addressesOf } from './representative-queries.ts';
export { selectExamples as examplesAmong } from './tried-queries.ts';

const PAGE = 25;
/** A page with more is too long for a phone on a slow network: who looks for somebody among so many searches. */
const MOST_PAGES = 20;

export interface Search {
  readonly state: string;
  /** The day on which they are in office, YYYY-MM-DD. */
  readonly on: string;
  readonly words?: string | undefined;
  /** In which offices are searched by their titles. */
  readonly lang?: Lang | undefined;
  readonly area?: string | undefined;
  readonly party?: string | undefined;
  /** How many pages are shown, one under the other; 1 where it is left out. */
  readonly pages?: number | undefined;
}

export interface Found {
  readonly representatives: readonly Representative[];
  /** How many of them the pages before the last one have. */
  readonly before: number;
  readonly more: boolean;
  readonly areas: readonly string[];
  readonly parties: readonly string[];
}

/** Who can be written to in a state on a day, the first pages of them, by name, area or party; accents and case don't matter. */
export async function findRepresentatives(queries: Queries, search: Search): Promise<Visible<Found>> {
  const typed = (search.words ?? '').split(/\s+/).filter(Boolean).slice(0, 6);
  const words = typed.map((word) => ({
    word,
    alike: search.lang ? calledAlike(search.lang, folded(word), folded) : [],
    examples: search.lang ? examplesAlike(search.lang, folded(word), folded) : [],
  }));
  const { state, on, area, party } = search;
  const offices = search.lang ? officesCalled(search.lang, typed) : [];
  const wanted = { state, on, words, offices, area: area || undefined, party: party || undefined };
  const shown = Math.min(MOST_PAGES, Math.max(1, search.pages ?? 1)) * PAGE;
  const [found, filters] = await Promise.all([
    selectRepresentatives(queries, wanted, shown + 1),
    selectFilters(queries, state, on),
  ]);
  const more = found.length > shown && shown < MOST_PAGES * PAGE;
  return alwaysPublic({ representatives: found.slice(0, shown), before: shown - PAGE, more, ...filters }, IN_OFFICE);
}

/** Why nobody hides them. */
const IN_OFFICE = 'who holds a public office on the day, and how it is written to';

/** The offices in whose title each word stands, whatever its accents and case. */
export function officesCalled(lang: Lang, words: readonly string[]): PublicOffice[] {
  if (words.length === 0) return [];
  return publicOffices.filter((office) => {
    const title = folded(officeTitle(lang, office));
    return words.every((word) => title.includes(folded(word)));
  });
}

function folded(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const MOST_KNOWN = 20_000;
const knownIn = cachedInMemory('representatives', async () => new Map<string, Representative>());

/**
 * Those of the ids that may be written to in a state on a day, in the order given; ids that are none are left out. Kept in memory,
 * because the hot path asks for them each time.
 */
export async function representativesByIds(
  queries: Queries,
  ids: readonly string[],
  state: string,
  on: string,
): Promise<Visible<Representative[]>> {
  const wanted = [...new Set(ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)))];
  const known = await knownIn(queries);
  const missing = wanted.filter((id) => !known.has(`${on}/${id}`));
  if (missing.length > 0) {
    if (known.size > MOST_KNOWN) known.clear();
    for (const representative of await selectByIds(queries, missing, on))
      known.set(`${on}/${representative.id}`, representative);
  }
  const found = wanted.flatMap((id) => known.get(`${on}/${id}`) ?? []);
  return alwaysPublic(
    found.filter((representative) => representative.state === state),
    IN_OFFICE,
  );
}

/** How letters name those they were written to, by id, with the post that they hold on a day; also those who have left since. */
export async function namesOf(
  queries: Queries,
  lang: Lang,
  ids: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, string>> {
  const found = await selectNames(queries, ids, on);
  return new Map(found.map((one) => [one.id, displayName(lang, one)]));
}
