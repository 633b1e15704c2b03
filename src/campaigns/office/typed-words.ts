import type { z } from 'zod';
import { placesIn } from '../../texts/places.ts';
import type { Words } from '../../texts/version.ts';
import { type Aim, AskText, aims, CampaignText } from '../campaign-text.ts';
import type { Worded } from '../change-words.ts';
import { ADDED, entriesOf, optional, paragraphed, placesOf, type Shaped } from './text-groups.ts';

/** What stands in the fields of a form, by their places; what is empty is left out. */
export type Typed = ReadonlyMap<string, string>;

/** The words of a version as they stand in the fields. */
export function typedOf(words: Words | undefined): Typed {
  const typed = new Map<string, string>();
  for (const [place, text] of placesIn(words)) {
    const whole = paragraphed.find((one) => place.startsWith(`${one}/`)) ?? place;
    const before = typed.get(whole);
    typed.set(whole, before === undefined ? text : `${before}\n\n${text}`);
  }
  return typed;
}

/** What came with a form: line breaks are those of the texts (HTML sends CRLF). */
export function typedIn(form: URLSearchParams): Typed {
  return new Map(
    [...form]
      .filter(([name]) => name.startsWith(FIELD))
      .map(([name, text]) => [name.slice(FIELD.length), text.replaceAll('\r\n', '\n').trim()] as const)
      .filter(([, text]) => text !== ''),
  );
}

/** How fields begin whose rest is the place of a text. */
export const FIELD = 'say-';

export type Wrong = 'empty' | 'figure' | 'unknownFigure' | 'when' | { readonly most: number };

export type Read =
  | { readonly words: CampaignText | AskText }
  /** By places, in no order. */
  | { readonly wrong: ReadonlyMap<string, Wrong> };

/** @param beside versions whose entries have names: that of an added one is none of theirs */
export function readWords(
  kind: Worded,
  typed: Typed,
  shaped: readonly Shaped[],
  beside: readonly (Words | undefined)[],
): Read {
  const { words, added } = assembled(typed, shaped, beside);
  const read = (kind === 'campaign' ? CampaignText : AskText).safeParse(words);
  if (read.success) return { words: read.data };
  const known = placesOf(shaped);
  const wrong = read.error.issues.map((issue) => {
    const place = placeOf(words, issue.path, added);
    const field = known.find((one) => one === place) ?? known.find((one) => one.startsWith(place)) ?? known[0] ?? '';
    return [field, wrongOf(issue)] as const;
  });
  // Of what is wrong with one text the first is said.
  return { wrong: new Map(wrong.reverse()) };
}

function wrongOf(issue: z.core.$ZodIssue): Wrong {
  if (issue.code === 'too_big') return { most: Number(issue.maximum) };
  if (issue.code !== 'custom') return 'empty';
  return (issue.params?.wrong as Wrong | undefined) ?? 'empty';
}

function assembled(typed: Typed, shaped: readonly Shaped[], beside: readonly (Words | undefined)[]) {
  const words: Record<string, unknown> = {};
  const added = new Map<string, string>();
  for (const { list, entries } of shaped) {
    if (list === undefined) for (const place of entries[0]?.places ?? []) put(words, place, typed);
    else {
      const free = freeName(list, beside);
      if (entries.some(({ entry }) => entry === ADDED)) added.set(list, free);
      words[list] = entries.flatMap((one) => entryOf(list, one, typed, { beside, free }));
    }
  }
  return { words, added };
}

function put(words: Record<string, unknown>, place: string, typed: Typed): void {
  const text = typed.get(place);
  if (text === undefined && optional.includes(place)) return;
  const value = paragraphed.includes(place) ? (text ?? '').split(/\n\s*\n/).map((one) => one.trim()) : (text ?? '');
  const [first = '', second] = place.split('/');
  if (second === undefined) words[first] = value;
  else words[first] = { ...(words[first] as object | undefined), [second]: value };
}

interface EntryOf {
  readonly beside: readonly (Words | undefined)[];
  readonly free: string;
}

/** An entry of a list of which nothing is typed is left out; the three demands stay. */
function entryOf(
  list: string,
  { entry, places }: Shaped['entries'][number],
  typed: Typed,
  { beside, free }: EntryOf,
): object[] {
  const texts = places.map((place) => [place.slice(place.lastIndexOf('/') + 1), typed.get(place) ?? ''] as const);
  if (list === 'demands') return [{ aim: aimOf(entry, beside), ...Object.fromEntries(texts) }];
  if (texts.every(([, text]) => text === '')) return [];
  return [{ id: entry === ADDED ? free : entry, ...Object.fromEntries(texts) }];
}

/** Under which aim a demand hangs: as it does already, else each under its own. */
function aimOf(entry: string, beside: readonly (Words | undefined)[]): Aim | undefined {
  const known = beside.flatMap((words) => (words as Partial<CampaignText> | undefined)?.demands?.[Number(entry)] ?? []);
  return known[0]?.aim ?? aims[Number(entry)];
}

function freeName(list: string, beside: readonly (Words | undefined)[]): string {
  const known = entriesOf(list, beside);
  for (let number = known.length + 1; ; number++) if (!known.includes(`more-${number}`)) return `more-${number}`;
}

/** Where a path into words is in the form. */
function placeOf(words: object, path: readonly PropertyKey[], added: ReadonlyMap<string, string>): string {
  const parts: string[] = [];
  let at: unknown = words;
  for (const part of path) {
    at = (at as Record<PropertyKey, unknown> | undefined)?.[part];
    const { id } = Object(at) as { id?: unknown };
    const list = parts[0] ?? '';
    const name = typeof id === 'string' && parts.length === 1 ? (added.get(list) === id ? ADDED : id) : String(part);
    parts.push(name);
  }
  const place = parts.join('/');
  return paragraphed.find((one) => place.startsWith(one)) ?? place;
}
