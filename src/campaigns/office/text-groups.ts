import type { Words } from '../../texts/version.ts';
import type { Worded } from '../change-words.ts';

/** Texts that belong together in the form: some that stand by themselves, or a list of what has the same parts. */
export type Group =
  | { readonly name: string; readonly texts: readonly string[] }
  | { readonly name: string; readonly list: string; readonly parts: readonly string[]; readonly fixed?: true };

/** In the order in which somebody writes them. */
export const groupsOf: Readonly<Record<Worded, readonly Group[]>> = {
  campaign: [
    { name: 'call', texts: ['name', 'meaning', 'tagline', 'summary', 'image', 'why', 'call'] },
    { name: 'demands', list: 'demands', parts: ['title', 'text'], fixed: true },
    { name: 'ways', list: 'ways', parts: ['title', 'text'] },
    { name: 'announcement', texts: ['announcement/title', 'announcement/paragraphs'] },
    { name: 'messages', list: 'messages', parts: ['text'] },
    { name: 'video', texts: ['video/title', 'video/text'] },
    { name: 'material', texts: ['material/title', 'material/text'] },
  ],
  ask: [
    { name: 'ask', texts: ['title', 'because'] },
    { name: 'letter', texts: ['subject', 'opening', 'closing'] },
    { name: 'arguments', list: 'arguments', parts: ['label', 'text'] },
    { name: 'conditional', texts: ['conditional/because', 'conditional/opening'] },
  ],
};

/** Several paragraphs in one field, with an empty line between them. */
export const paragraphed: readonly string[] = ['why', 'announcement/paragraphs'];

/** Left empty, they are left out. */
export const optional: readonly string[] = ['meaning', 'conditional/because', 'conditional/opening'];

/** Of one line; all else may be of several. */
export function isLine(place: string): boolean {
  return /(?:^|\/)(?:name|meaning|title|label|subject)$/.test(place);
}

/** What an entry that is added to a list is called until it is written down. */
export const ADDED = '+';

/** A name of an entry, as one could come with a form. */
const ENTRY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The entries of a list of which a form brought something. */
function entriesIn(list: string, typed: Iterable<string>): string[] {
  const names = [...typed].filter((place) => place.startsWith(`${list}/`)).map((place) => place.split('/')[1] ?? '');
  return names.filter((name) => name.length <= 40 && ENTRY.test(name));
}

/** The names of the entries of a list, as these versions have them: first those of the first. */
export function entriesOf(list: string, versions: readonly (Words | undefined)[]): readonly string[] {
  const names = versions.flatMap((words) => {
    const entries = (words as Readonly<Record<string, readonly { readonly id?: string }[]>> | undefined)?.[list] ?? [];
    return entries.map(({ id }, at) => id ?? String(at));
  });
  return [...new Set(names)];
}

/** A group with the names of its fields, entry by entry. */
export interface Shaped {
  readonly name: string;
  /** Undefined: its texts stand by themselves. */
  readonly list: string | undefined;
  readonly entries: readonly { readonly entry: string; readonly places: readonly string[] }[];
}

/** @param typed the places of which a form brought something @param adds whether entries may be added to its lists */
export function shapedFor(
  kind: Worded,
  versions: readonly (Words | undefined)[],
  typed: Iterable<string>,
  adds: boolean,
): readonly Shaped[] {
  const places = [...typed];
  return groupsOf[kind].map((group) => {
    if ('texts' in group) return { name: group.name, list: undefined, entries: [{ entry: '', places: group.texts }] };
    const { name, list, parts, fixed } = group;
    const added = adds && !fixed ? [ADDED] : [];
    const known = fixed ? ['0', '1', '2'] : [...entriesOf(list, versions), ...entriesIn(list, places)];
    const entries = [...new Set(known), ...added];
    return {
      name,
      list,
      entries: entries.map((entry) => ({ entry, places: parts.map((part) => `${list}/${entry}/${part}`) })),
    };
  });
}

export function placesOf(shaped: readonly Shaped[]): readonly string[] {
  return shaped.flatMap(({ entries }) => entries.flatMap(({ places }) => places));
}
