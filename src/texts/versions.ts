import { isDeepStrictEqual } from 'node:util';
import type { ActorId } from '../actors/actors.ts';
import type { Lang } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import type { ItemText, Source, Version, Words } from './version.ts';
import { insertVersion, selectOriginal, selectVersion } from './version-queries.ts';

export {
  deleteVersions as removeVersions,
  selectAuthor as authorOf,
  selectHistory as historyOf,
  selectNewest as newestOf,
  selectNumber as numberOf,
  selectOriginal as originalOf,
  selectVersion as versionOf,
} from './version-queries.ts';

/** Somebody else has changed a text since it was read; nothing was written. */
export class TextMovedError extends Error {
  override readonly name = 'TextMovedError';
  /** Undefined: there is none any more. */
  readonly newest: Version | undefined;
  constructor({ item, lang }: ItemText, newest: Version | undefined) {
    super(`${item} ${lang}`);
    this.newest = newest;
  }
}

export interface Changed extends ItemText {
  readonly words: Words;
  readonly by: ActorId;
  /** The version that was read before, 0 for none; undefined: whatever stands. */
  readonly read?: number | undefined;
  /** What a translation was made from; undefined: what the version before was made from, and of a new language the newest original. */
  readonly source?: Source | undefined;
  /** Whether files say so; a translation among them says what the newest original does. */
  readonly brought?: boolean;
}

/**
 * The one way in which a text changes: another version after the newest. Where words and source are those of the newest, none is made.
 * @returns its number @throws TextMovedError where another than the one that was read is the newest
 */
export async function makeVersion(trx: Queries, changed: Changed): Promise<number> {
  const newest = await selectVersion(trx, changed);
  if (changed.read !== undefined && changed.read !== (newest?.number ?? 0)) throw new TextMovedError(changed, newest);
  const source = await sourceOf(trx, changed, newest);
  const same = newest && isDeepStrictEqual(newest.words, plain(changed.words));
  // Files that say nothing new of a translation don't say that somebody looked at it.
  if (same && (changed.brought || !movesOn(newest, source))) return newest.number;
  const number = await insertVersion(trx, { ...changed, source }, newest?.number ?? 0);
  if (number !== undefined) return number;
  if (changed.read === undefined) return makeVersion(trx, changed);
  throw new TextMovedError(changed, await selectVersion(trx, changed));
}

/** As JSON has it: what is undefined is not there. */
function plain(words: Words): unknown {
  return JSON.parse(JSON.stringify(words));
}

function movesOn(newest: Version, source: Source | undefined): boolean {
  return (newest.sourceNumber ?? undefined) !== source?.number || (newest.sourceLang ?? undefined) !== source?.lang;
}

/** The original has none, also where somebody says one. */
async function sourceOf(
  trx: Queries,
  { item, lang, source, brought }: Changed,
  newest: Version | undefined,
): Promise<Source | undefined> {
  const original = await selectOriginal(trx, item);
  if (!original || original.lang === lang) return undefined;
  if (source) return source;
  return (brought ? undefined : madeFrom(newest)) ?? original;
}

/** What a translation was made from. */
export function madeFrom(version: Pick<Version, 'sourceLang' | 'sourceNumber'> | undefined): Source | undefined {
  if (!version?.sourceLang || version.sourceNumber === null) return undefined;
  return { lang: version.sourceLang as Lang, number: version.sourceNumber };
}
