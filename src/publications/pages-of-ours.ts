import type { Lang } from '../config/langs.ts';
import type { Visible } from '../http/visible.ts';
import { alwaysPublic } from './visible-to.ts';

type PageIn = (lang: Lang) => string;

/** Pages that are there whatever was written or recorded, as a room's part of the sitemap. */
export function pagesOfOurs(...pages: readonly PageIn[]): () => Promise<Visible<readonly PageIn[]>> {
  return async () => alwaysPublic(pages, 'they are pages of the program, which nobody wrote or recorded');
}
