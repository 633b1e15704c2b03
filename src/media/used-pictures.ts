import { type Lang, langs } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { cachedVisible } from '../publications/cached-visible.ts';
import { publicationsOf } from '../publications/publications.ts';
import { isDescribed, type Picture, type PictureWords } from './picture.ts';
import { PICTURES, pictureKind } from './picture-kind.ts';
import { selectUsedPictures, type UsedPicture } from './use-queries.ts';

/** A picture as readers of one language meet it. */
export interface ShownPicture extends Pick<Picture, 'sizes' | 'credit' | 'licence' | 'focus'> {
  /** Empty where it says nothing that is not said beside it. */
  readonly alternative: string;
  readonly caption: string | null;
}

interface InLang extends PictureWords {
  readonly picture: UsedPicture;
}

/** Pictures by the language and the id of what is shown with them (`pictureIn`). */
export type UsedPictures = ReadonlyMap<string, ShownPicture>;

/** Every picture that something is shown with, in the languages in which readers may see it. */
export const usedPictures = cachedVisible(
  PICTURES,
  async (queries: Queries) => ({
    pictures: await selectUsedPictures(queries),
    publications: await publicationsOf(queries, pictureKind.kind),
  }),
  ({ pictures, publications }, gate) =>
    gate.authored(pictures.flatMap(inLangs), ({ picture, lang }) => [publications.get(picture.id), lang]),
  (seen): UsedPictures => new Map(seen.map((one) => [key(one.picture.usedBy, one.lang), shownAs(one)])),
);

/** The picture that a thing is shown with in a language. */
export function pictureIn(pictures: UsedPictures, thing: string, lang: Lang): ShownPicture | undefined {
  return pictures.get(key(thing, lang));
}

const key = (thing: string, lang: Lang) => `${lang}/${thing}`;

function inLangs(picture: UsedPicture): InLang[] {
  const nothing = { alternative: null, caption: null };
  return langs
    .filter((lang) => isDescribed(picture, lang))
    .map((lang) => ({ picture, ...nothing, ...picture.words.find((one) => one.lang === lang), lang }));
}

function shownAs({ picture, alternative, caption }: InLang): ShownPicture {
  const { sizes, credit, licence, focus, decorative } = picture;
  return { sizes, credit, licence, focus, caption, alternative: decorative ? '' : (alternative ?? '') };
}
