import type { PublicationKind } from '../publications/publication-kind.ts';
import { selectPictureNames } from './picture-queries.ts';
import { removePictureForSafety } from './remove-for-safety.ts';

/** The tag of every page that shows a picture. */
export const PICTURES = 'pictures';

/** Pictures; they are called by their ids, as what staff call them may be the same, or say what must not be said any more. */
export const pictureKind: PublicationKind = {
  kind: 'picture',
  table: 'pictures',
  words: { table: 'picture_words', of: 'picture_id' },
  tags: [PICTURES],
  named: selectPictureNames,
  removedForSafety: removePictureForSafety,
};
