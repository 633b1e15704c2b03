import type { Lang } from '../../config/langs.ts';
import type { App } from '../../http/app.ts';
import type { Opening } from '../../sealing/read-sealed.ts';
import { readableText } from '../letter-text.ts';
import { insertHeld, selectUnknownHeld } from './taken-queries.ts';

const AT_ONCE = 500;

/** In which language the words of a letter are; null where they can't be opened. */
export function langOfLetter(app: Opening, letter: Parameters<typeof readableText>[1]): Lang | null {
  return readableText(app, letter)?.lang ?? null;
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
