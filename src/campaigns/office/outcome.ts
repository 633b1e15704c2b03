import type { Version } from '../../texts/version.ts';
import { TextMovedError } from '../../texts/versions.ts';
import { MissingArgumentsError } from '../write-words.ts';
import { NoWordsOfNowError } from './bring-back.ts';

/** What became of words that somebody wanted to change. */
export type Outcome<Done> =
  | { readonly is: 'done'; readonly done: Done }
  /** Somebody else was there meanwhile. */
  | { readonly is: 'moved'; readonly newest: Version | undefined }
  /** A letter would have lost arguments that it begins with. */
  | { readonly is: 'short'; readonly missing: readonly string[] }
  /** An earlier program wrote it. */
  | { readonly is: 'earlier' };

/** What was expected, of what an operation throws then. */
export async function outcomeOf<Done>(change: Promise<Done>): Promise<Outcome<Done>> {
  try {
    return { is: 'done', done: await change };
  } catch (error) {
    if (error instanceof TextMovedError) return { is: 'moved', newest: error.newest };
    if (error instanceof MissingArgumentsError) return { is: 'short', missing: error.missing };
    if (error instanceof NoWordsOfNowError) return { is: 'earlier' };
    throw error;
  }
}
