import type { Lang } from '../../config/langs.ts';
import { pictureAddresses } from '../addresses.ts';
import { fileName, type Picture } from '../picture.ts';

/** A picture small; what it is called stands beside it. */
export function Thumb({ lang, picture }: { lang: Lang; picture: Picture }) {
  const [size] = picture.sizes;
  if (!size) return null;
  const { width, height } = size;
  const source = pictureAddresses.preview(lang, picture.id, fileName(size));
  return <img className="thumb" src={source} alt="" width={width} height={height} loading="lazy" />;
}
