import type { Lang } from '../../config/langs.ts';
import { type Fields, written } from '../../http/fields.ts';
import { words } from '../../locales/words.ts';
import { isLongerThan, isVisible, paragraphs } from '../../text/text-cleaning.ts';
import type { HeldBecause } from './to-look-at-queries.ts';

/** Why letters are refused most: each begins a reason that whoever refuses can change, in the language of the letter's writer. */
export const readyReasons = [
  ...(['link', 'threat', 'insult', 'private-person', 'accusation'] as const),
  ...(['other-matter', 'sent-before'] as const),
] as const;
export type ReadyReason = (typeof readyReasons)[number];

/** The most that a reason may have, in characters. */
export const LONGEST_REASON = 1_000;

const likeliest: Readonly<Record<HeldBecause, ReadyReason>> = {
  link: 'link',
  threat: 'threat',
  'unlike-campaign': 'other-matter',
  restored: 'sent-before',
};

/** A reason to begin with: the one that was chosen, else the likeliest for why a letter was held. */
export function readyReason(lang: Lang, chosen: string | null, because: HeldBecause): string {
  const name = readyReasons.find((one) => one === chosen) ?? likeliest[because];
  return words(lang).t(`letters.reason.${name}`);
}

/** Where somebody types a reason. */
export const reasonField = written('letters.look.reason', LONGEST_REASON);
export const reasonFields: Fields = { reason: reasonField };

/** @returns the reason, or what is wrong with it */
export function readReason(typed: string | null): { readonly reason: string } | { readonly wrong: 'none' | 'long' } {
  const reason = paragraphs(typed ?? '');
  if (!isVisible(reason)) return { wrong: 'none' };
  return isLongerThan(reason, LONGEST_REASON) ? { wrong: 'long' } : { reason };
}
