import type { Lang } from '../../config/langs.ts';
import type { App } from '../../http/app.ts';
import { type Opening, UNREADABLE } from '../../sealing/read-sealed.ts';
import { readText } from '../letter-text.ts';
import { insertHeld, selectUnknownHeld } from './taken-queries.ts';

const AT_ONCE = 500;

type Sealed = Parameters<typeof readText>[1] & { readonly text_sealed: Buffer | null };

/** In which language the words of a letter are; null where they can't be opened. */
export function langOfLetter(app: Opening, letter: Sealed): Lang | null {
  const text = letter.text_sealed ? readText(app, letter, letter.text_sealed) : UNREADABLE;
  return text === UNREADABLE ? null : text.lang;
}

/** Writes down in which language letters are that have come to be held. @returns how many */
export async function noteHeldLanguages(app: Pick<App, 'database'> & Opening): Promise<number> {
  const held = await selectUnknownHeld(app.database, AT_ONCE);
  if (held.length > 0)
    await insertHeld(
      app.database,
      held.map((letter) => ({ ...letter, lang: langOfLetter(app, letter) })),
    );
  return held.length;
}
