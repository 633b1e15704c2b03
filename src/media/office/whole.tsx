import type { Lang } from '../../config/langs.ts';
import { pictureAddresses } from '../addresses.ts';
import { wordsIn } from '../change-picture.ts';
import { fileName, type Picture } from '../picture.ts';

/** The picture as it is, whoever may see it. */
export function Whole({ lang, picture }: { lang: Lang; picture: Picture }) {
  const size =
    picture.sizes.filter(({ type, width }) => type === 'image/webp' && width <= 1_280).at(-1) ?? picture.sizes[0];
  if (!size) return null;
  return (
    <p>
      <img
        className="pixels"
        src={pictureAddresses.preview(lang, picture.id, fileName(size))}
        alt={wordsIn(picture, lang).alternative ?? ''}
        width={size.width}
        height={size.height}
      />
    </p>
  );
}
