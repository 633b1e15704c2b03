import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AskText } from '../campaigns/campaign-text.ts';
import { type Lang, langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { comparedWords } from '../text/compared-words.ts';
import { withoutPiledMarks } from '../text/text-cleaning.ts';
import type { Words } from './compose.ts';
import { containsLink, linkIn } from './contains-link.ts';

/** Why a letter waits for a person's look before it leaves: its words, or that a restore can't know whether it left. */
export const holdReasons = ['link', 'threat', 'unlike-campaign', 'restored'] as const;
export type HoldReason = Exclude<(typeof holdReasons)[number], 'restored'>;

/** Three words in a row that a letter must have in common with the campaign's: about two sentences of it. */
const ENOUGH_IN_COMMON = 12;

const threats = JSON.parse(readFileSync(join(root, 'content/letters/threats.json'), 'utf8')) as Readonly<
  Record<Lang, readonly string[]>
>;

const threatsByWord = Map.groupBy(
  langs.flatMap((lang) => threats[lang].map(wordsOf)),
  ([first]) => first ?? '',
);

/**
 * What only a person can judge, of the words of one letter; undefined where it may leave. Precision first: most personal letters pass.
 * @param beside what else of the writer's words the addressee will read: name and place
 */
export function screen(letter: Words, ask: AskText, beside: readonly string[] = []): HoldReason | undefined {
  const text = lookedThrough(letter, beside);
  if (containsLink(text)) return 'link';
  const words = wordsOf(text);
  if (threatIn(words)) return 'threat';
  return isLikeCampaign(words, ask) ? undefined : 'unlike-campaign';
}

/** What of a letter made it be held, for whoever looks at it: what looks like an address, or the words of a threat. */
export function foundIn(because: HoldReason, letter: Words, beside: readonly string[]): string | undefined {
  const text = lookedThrough(letter, beside);
  if (because === 'link') return linkIn(text);
  return because === 'threat' ? threatIn(wordsOf(text))?.join(' ') : undefined;
}

/** Whether nothing in what somebody is called, or where they live, would have a letter be held. */
export function isPlainName(name: string): boolean {
  return !containsLink(name) && !threatIn(wordsOf(name));
}

function lookedThrough(letter: Words, beside: readonly string[]): string {
  return [letter.subject, ...beside, letter.body].join('\n');
}

/** In any language: a letter may hold more than its own. */
function threatIn(words: readonly string[]): readonly string[] | undefined {
  for (const [at, word] of words.entries()) {
    const found = threatsByWord.get(word)?.find((threat) => threat.every((part, index) => words[at + index] === part));
    if (found) return found;
  }
  return undefined;
}

/** Whether enough runs of three words are among what the campaign offered for it. */
function isLikeCampaign(words: readonly string[], ask: AskText): boolean {
  const { numbers, triples } = offeredBy(ask);
  const common = new Set<number>();
  let [first, second] = [numbers.get(words[0] ?? ''), numbers.get(words[1] ?? '')];
  for (let at = 2; at < words.length && common.size < ENOUGH_IN_COMMON; at += 1) {
    const third = numbers.get(words[at] ?? '');
    const triple = tripleOf(numbers.size, first, second, third);
    if (triples.has(triple)) common.add(triple);
    [first, second] = [second, third];
  }
  return common.size >= ENOUGH_IN_COMMON;
}

/** What a campaign offers for a letter: its words, numbered from 0, and which three of them stand in a row. */
interface Offered {
  readonly numbers: ReadonlyMap<string, number>;
  readonly triples: ReadonlySet<number>;
}

const offers = new WeakMap<AskText, Offered>();

function offeredBy(ask: AskText): Offered {
  const known = offers.get(ask);
  if (known) return known;
  const texts = [ask.opening, ask.closing, ...ask.arguments.map(({ text }) => text)].map(wordsOf);
  const numbers = new Map([...new Set(texts.flat())].map((word, number) => [word, number]));
  const triples = texts
    .map((words) => words.map((word) => numbers.get(word)))
    .flatMap((text) => rows(text, numbers.size));
  const made = { numbers, triples: new Set(triples) };
  offers.set(ask, made);
  return made;
}

function rows(text: readonly (number | undefined)[], size: number): number[] {
  return text.slice(2).map((third, index) => tripleOf(size, text[index], text[index + 1], third));
}

/** Three words in a row as one number; NaN where one of them is none of the campaign's. */
function tripleOf(size: number, first = Number.NaN, second = Number.NaN, third = Number.NaN): number {
  return (first * size + second) * size + third;
}

/** As they are compared, however many marks are piled upon a letter. */
export function wordsOf(text: string): string[] {
  return comparedWords(withoutPiledMarks(text));
}
