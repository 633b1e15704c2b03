import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AskText } from '../campaigns/campaign-text.ts';
import { root } from '../config/root.ts';
import { type Lang, langs } from '../locales/langs.ts';
import type { Words } from './compose.ts';

/** Why a letter waits for a person's look before it leaves. */
export type Held = 'link' | 'threat' | 'unlike-campaign';

/** Three words in a row that a letter must have in common with the campaign's: about two sentences of it. */
const ENOUGH_IN_COMMON = 12;

const ADDRESS =
  /https?:|www\.|<[a-z/!]|[^\s@]@[^\s@]+\.|(?<![a-z0-9-])[a-z0-9-]{1,63}\.(?:(?:com|org|net|info|biz|io|me|co|ca|ly|gg|cc|tv|ir|site|online|xyz|app|dev|link|click|ru|cn|tk|eu|uk|fr|de|es)\b|[a-z]{2,24}\/)/i;
const threats = JSON.parse(readFileSync(join(root, 'content/letters/threats.json'), 'utf8')) as Readonly<
  Record<Lang, readonly string[]>
>;

const folded = new Map(langs.map((lang) => [lang, threats[lang].map((threat) => ` ${wordsOf(threat).join(' ')} `)]));

/**
 * What only a person can judge, of the words of one letter; undefined where it may leave. Precision first: most personal letters pass.
 * @param beside what else of the writer's words the office will read: name and place
 */
export function screen(lang: Lang, letter: Words, ask: AskText, beside: readonly string[] = []): Held | undefined {
  const text = [letter.subject, ...beside, letter.body].join('\n');
  if (ADDRESS.test(asRead(text))) return 'link';
  if (threatens(lang, text)) return 'threat';
  return inCommon(letter.body, ask) < ENOUGH_IN_COMMON ? 'unlike-campaign' : undefined;
}

/** As it looks: wide letters and the full stops of other scripts make addresses too (UTS 46, section 4). */
function asRead(text: string): string {
  return text.normalize('NFKC').replace(/[\u3002\uff61]/g, '.');
}

function threatens(lang: Lang, text: string): boolean {
  const words = ` ${wordsOf(text).join(' ')} `;
  return folded.get(lang)?.some((threat) => words.includes(threat)) ?? false;
}

/** How many runs of three words the letter shares with anything the campaign offered for it. */
function inCommon(body: string, ask: AskText): number {
  const offered = offeredBy(ask);
  return new Set(triples(body).filter((triple) => offered.has(triple))).size;
}

const offers = new WeakMap<AskText, ReadonlySet<string>>();

function offeredBy(ask: AskText): ReadonlySet<string> {
  const known = offers.get(ask);
  if (known) return known;
  const made = new Set([ask.opening, ask.closing, ...ask.arguments.map(({ text }) => text)].flatMap(triples));
  offers.set(ask, made);
  return made;
}

function triples(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
}

/** The words of a text as they are compared: no case, no accents, no marks. The site's languages all set words apart. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
