import { createHash } from 'node:crypto';
import type { Lang } from '../config/langs.ts';
import { words } from '../locales/words.ts';

/** What somebody may agree to; each is asked by itself, and nothing is ticked beforehand. */
export const purposes = ['act', 'news', 'public-name'] as const;
export type Purpose = (typeof purposes)[number];

export interface ConsentText {
  readonly id: Buffer;
  readonly lang: Lang;
  readonly words: string;
}

/**
 * The exact words of a consent, to a named controller (GDPR art. 4(11), 9(2)(a)).
 * @param controller what it is called in that language
 */
export function consentText(lang: Lang, purpose: Purpose, controller: string): ConsentText {
  const text = words(lang).t(`consents.${purpose}`, { controller });
  return { id: createHash('sha256').update(`${lang}\n${text}`).digest().subarray(0, 16), lang, words: text };
}
