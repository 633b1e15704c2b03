import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AskText } from '../campaigns/campaign-text.ts';
import { type Lang, langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { withoutPiledMarks } from '../text/text-cleaning.ts';
import type { Words } from './compose.ts';
import { containsLink } from './contains-link.ts';

/** Why a letter waits for a person's look before it leaves: its words, or that a restore can't know whether it left. */
export const holdReasons = ['link', 'threat', 'unlike-campaign', 'restored'] as const;
export type HoldReason = Exclude<(typeof holdReasons)[number], 'restored'>;

/** Three words in a row that a letter must have in common with the campaign's: about two sentences of it. */
const ENOUGH_IN_COMMON = 12;

const threats = JSON.parse(readFileSync(join(root, 'content/letters/threats.json'), 'utf8')) as Readonly<
  Record<Lang, readonly string[]>
>;

const folded = langs.flatMap((lang) => threats[lang].map((threat) => ` ${wordsOf(threat).join(' ')} `));

/**
 * What only a person can judge, of the words of one letter; undefined where it may leave. Precision first: most personal letters pass.
 * @param beside what else of the writer's words the office will read: name and place
 */
export function screen(letter: Words, ask: AskText, beside: readonly string[] = []): HoldReason | undefined {
  const text = [letter.subject, ...beside, letter.body].join('\n');
  if (containsLink(text)) return 'link';
  const words = wordsOf(text);
  if (threatens(words)) return 'threat';
  return isLikeCampaign(words, ask) ? undefined : 'unlike-campaign';
}

/** In any language: a letter may hold more than its own. */
function threatens(words: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return folded.some((threat) => text.includes(threat));
}

/** Whether enough runs of three words are among what the campaign offered for it. */
function isLikeCampaign(words: readonly string[], ask: AskText): boolean {
  const offered = offeredBy(ask);
  const common = new Set<string>();
  for (let at = 0; at + 2 < words.length && common.size < ENOUGH_IN_COMMON; at += 1) {
    const triple = `${words[at]} ${words[at + 1]} ${words[at + 2]}`;
    if (offered.has(triple)) common.add(triple);
  }
  return common.size >= ENOUGH_IN_COMMON;
}

const offers = new WeakMap<AskText, ReadonlySet<string>>();

function offeredBy(ask: AskText): ReadonlySet<string> {
  const known = offers.get(ask);
  if (known) return known;
  const made = new Set(
    [ask.opening, ask.closing, ...ask.arguments.map(({ text }) => text)].flatMap((text) => triples(wordsOf(text))),
  );
  offers.set(ask, made);
  return made;
}

function triples(words: readonly string[]): string[] {
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
}

/** The words of a text as they are compared: no case, no accents, no marks. The site's languages all set words apart. */
function wordsOf(text: string): string[] {
  return (
    withoutPiledMarks(text)
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
