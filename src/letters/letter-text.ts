import type { Keys } from '../config/keys.ts';
import { isLang, type Lang } from '../config/langs.ts';
import { type Opening, UNREADABLE, type Unreadable, whereReadable } from '../sealing/read-sealed.ts';
import { BrokenSealError, seal, unseal } from '../sealing/sealing.ts';
import type { Words } from './compose.ts';

/** What is sealed of one letter. */
export interface LetterText extends Words {
  readonly lang: Lang;
}

interface Sealed {
  readonly supporter_key: Buffer;
  readonly id: string;
}

/** For what stores it. */
export function sealText(keys: Keys, letter: Sealed, text: string): Buffer {
  return seal(keys, 'letters.text_sealed', [letter.supporter_key, letter.id], text);
}

/** For what sends. @throws BrokenSealError where it was sealed with another key, or for another letter */
export function openText(keys: Keys, letter: Sealed, sealed: Buffer): LetterText {
  const opened = unseal(keys, 'letters.text_sealed', [letter.supporter_key, letter.id], sealed);
  const text = JSON.parse(opened) as { subject?: unknown; body?: unknown; lang?: unknown };
  if (
    typeof text.subject !== 'string' ||
    typeof text.body !== 'string' ||
    typeof text.lang !== 'string' ||
    !isLang(text.lang)
  )
    throw new BrokenSealError();
  return { subject: text.subject, body: text.body, lang: text.lang };
}

/** For whoever is shown it. */
export function readText(app: Opening, letter: Sealed, sealed: Buffer): LetterText | Unreadable {
  return whereReadable(app, 'letters.text_sealed', () => openText(app.keys, letter, sealed));
}

/** The same where it makes no difference why there is nothing to show. @returns undefined where it is gone or can't be opened */
export function readableText(
  app: Opening,
  letter: Sealed & { readonly text_sealed: Buffer | null },
): LetterText | undefined {
  const text = letter.text_sealed ? readText(app, letter, letter.text_sealed) : UNREADABLE;
  return text === UNREADABLE ? undefined : text;
}
