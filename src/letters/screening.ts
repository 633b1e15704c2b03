import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AskText } from '../campaigns/campaign-text.ts';
import { root } from '../config/root.ts';
import type { Lang } from '../locales/langs.ts';
import type { Words } from './compose.ts';

/** Why a letter waits for a person's look before it leaves. */
export type Held = 'link' | 'threat' | 'unlike-campaign';

/** Three words in a row that a letter must have in common with the campaign's: about two sentences of it. */
const ENOUGH_IN_COMMON = 12;

const ADDRESS =
  /https?:|www\.|<[a-z/!]|[^\s@]@[^\s@]+\.|\b[a-z0-9-]+\.(com|org|net|info|biz|io|me|ly|gg|site|online|xyz|link|click|ru|cn|tk|eu|uk|fr|de|es)\b/i;
const threats = JSON.parse(readFileSync(join(root, 'content/letters/threats.json'), 'utf8')) as Readonly<
  Record<Lang, readonly string[]>
>;

/** What only a person can judge, of the words of one letter; undefined where it may leave. Precision first: most personal letters pass. */
export function screen(lang: Lang, letter: Words, ask: AskText): Held | undefined {
  const text = `${letter.subject}\n${letter.body}`;
  if (ADDRESS.test(text)) return 'link';
  if (threatens(lang, text)) return 'threat';
  return inCommon(lang, letter.body, ask) < ENOUGH_IN_COMMON ? 'unlike-campaign' : undefined;
}

function threatens(lang: Lang, text: string): boolean {
  const words = ` ${wordsOf(lang, text).join(' ')} `;
  return threats[lang].some((threat) => words.includes(` ${wordsOf(lang, threat).join(' ')} `));
}

/** How many runs of three words the letter shares with anything the campaign offered for it. */
function inCommon(lang: Lang, body: string, ask: AskText): number {
  const offered = new Set(
    [ask.opening, ask.closing, ...ask.arguments.map(({ text }) => text)].flatMap((text) => triples(lang, text)),
  );
  return new Set(triples(lang, body)).intersection(offered).size;
}

function triples(lang: Lang, text: string): string[] {
  const words = wordsOf(lang, text);
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
}

const segmenters = new Map<Lang, Intl.Segmenter>();

/** The words of a text as they are compared: no case, no accents, no marks. */
function wordsOf(lang: Lang, text: string): string[] {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' });
  segmenters.set(lang, segmenter);
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...segmenter.segment(folded)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
