import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { keptInMemory } from '../database/memory-cache.ts';
import { displayName } from './naming.ts';
import {
  type Representative,
  selectByIds,
  selectFilters,
  selectNames,
  selectRepresentatives,
} from './representative-queries.ts';

export type { Channel, Representative } from './representative-queries.ts';

const PAGE = 25;

export interface Search {
  readonly state: string;
  readonly words?: string | undefined;
  readonly area?: string | undefined;
  readonly party?: string | undefined;
  /** Counted from 1. */
  readonly page?: number | undefined;
}

export interface Found {
  readonly representatives: readonly Representative[];
  readonly more: boolean;
  readonly areas: readonly string[];
  readonly parties: readonly string[];
}

/** Who can be written to in a state now, a page at a time, by name, area or party; accents and case don't matter. */
export async function findRepresentatives(queries: Queries, search: Search): Promise<Found> {
  const words = (search.words ?? '').split(/\s+/).filter(Boolean).slice(0, 6);
  const wanted = { state: search.state, words, area: search.area || undefined, party: search.party || undefined };
  const offset = (Math.max(1, search.page ?? 1) - 1) * PAGE;
  const [found, filters] = await Promise.all([
    selectRepresentatives(queries, wanted, { offset, limit: PAGE + 1 }),
    selectFilters(queries, search.state),
  ]);
  return { representatives: found.slice(0, PAGE), more: found.length > PAGE, ...filters };
}

const MOST_KNOWN = 20_000;
const knownIn = keptInMemory('representatives', async () => new Map<string, Representative>());

/**
 * Those of the ids that may be written to in a state, in the order given; ids that are none are left out. Kept in memory, because the hot
 * path asks for them each time.
 */
export async function representativesByIds(
  queries: Queries,
  ids: readonly string[],
  state: string,
): Promise<Representative[]> {
  const wanted = [...new Set(ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)))];
  const known = await knownIn(queries);
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length > 0) {
    if (known.size > MOST_KNOWN) known.clear();
    for (const representative of await selectByIds(queries, missing)) known.set(representative.id, representative);
  }
  return wanted.flatMap((id) => known.get(id) ?? []).filter((representative) => representative.state === state);
}

/** How letters name those they were written to, by id; also those who have left since. */
export async function namesOf(
  queries: Queries,
  lang: Lang,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await selectNames(queries, ids);
  return new Map(found.map((one) => [one.id, displayName(lang, one)]));
}
