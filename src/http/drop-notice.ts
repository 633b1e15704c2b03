import type { Dropped } from './drop.ts';

/** NOTIFY takes less than 8,000 bytes. */
const LONGEST = 7_800;
const EVERYTHING = '*';

/** Tags in groups that fit one notice each; one that is too long for any stands for everything. */
export function inNotices(tags: readonly string[]): (readonly string[] | undefined)[] {
  const groups: string[][] = [];
  let room = 0;
  for (const tag of new Set(tags)) {
    const size = encodeURIComponent(tag).length + 1;
    if (size > LONGEST) return [undefined];
    if (size > room) {
      groups.push([]);
      room = LONGEST;
    }
    groups.at(-1)?.push(tag);
    room -= size;
  }
  return groups;
}

/** Tags as they stand in a notice: `refresh {tags}`, or `remove {id} {tags}`. */
export function writeTags(tags: readonly string[] | undefined): string {
  return tags ? tags.map(encodeURIComponent).join(' ') : EVERYTHING;
}

/** What a notice says; one that is not understood (another version's) refreshes everything. */
export function readNotice(payload: string | undefined): Dropped & { readonly id?: string } {
  const [how, ...rest] = (payload ?? '').split(' ');
  if (how === 'refresh' && rest.length > 0) return { how, tags: readTags(rest) };
  const [id, ...words] = rest;
  if (how === 'remove' && id !== undefined && words.length > 0) return { how, id, tags: readTags(words) };
  return { how: 'refresh', tags: undefined };
}

function readTags(words: readonly string[]): readonly string[] | undefined {
  if (words[0] === EVERYTHING) return undefined;
  try {
    return words.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
