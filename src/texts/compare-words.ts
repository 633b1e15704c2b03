import { diffArrays } from 'diff';
import type { Lang } from '../config/langs.ts';

/** A run of words that both texts have, or one of them. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Texts that differ in more are one instead of the other: nobody reads so many changes, and finding them takes the square of it. */
const MOST_CHANGES = 4_000;

const segmenters = new Map<Lang, Intl.Segmenter>();

function wordsIn(lang: Lang, text: string): string[] {
  const known = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' });
  segmenters.set(lang, known);
  return Array.from(known.segment(text), ({ segment }) => segment);
}

/**
 * What differs between two texts, word by word as their language has words; what is only space between two changes belongs to both.
 * Removed words stand before those that came in their place.
 */
export function compareWords(lang: Lang, before: string, after: string): readonly Run[] {
  if (before === after) return runs([['same', after]]);
  const found = diffArrays(wordsIn(lang, before), wordsIn(lang, after), { maxEditLength: MOST_CHANGES });
  if (!found)
    return runs([...(before ? [['removed', before] as const] : []), ...(after ? [['added', after] as const] : [])]);
  return together(
    found.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })),
  );
}

const runs = (given: readonly (readonly [Run['kind'], string])[]) => given.map(([kind, text]) => ({ kind, text }));

/** Neighbouring changes as one; the space behind both is no change. */
function together(found: readonly Run[]): Run[] {
  const made: Run[] = [];
  let change = { removed: '', added: '' };
  const end = (next = '') => {
    const { removed, added } = change;
    const space = removed && added ? spaceBehind(removed, added) : '';
    const without = (text: string) => text.slice(0, text.length - space.length);
    change = { removed: '', added: '' };
    made.push(
      ...[
        { kind: 'removed' as const, text: without(removed) },
        { kind: 'added' as const, text: without(added) },
        { kind: 'same' as const, text: space + next },
      ].filter(({ text }) => text !== ''),
    );
  };
  for (const [at, { kind, text }] of found.entries()) {
    if (kind !== 'same') change[kind] += text;
    else if (isOnlySpace(text) && at > 0) change = { removed: change.removed + text, added: change.added + text };
    else end(text);
  }
  end();
  return made;
}

/** The space with which both end. */
function spaceBehind(one: string, other: string): string {
  const [first, second] = [one, other].map((text) => text.slice(text.trimEnd().length));
  return first === second ? (first ?? '') : '';
}

function isOnlySpace(text: string): boolean {
  return text.trim() === '' && !text.includes('\n');
}
