import type { View } from '../http/view.ts';
import { mediaAddresses } from './addresses.ts';
import { fileName, type Licence, type Size } from './picture.ts';
import type { ShownPicture } from './used-pictures.ts';

interface Props {
  readonly view: View;
  readonly picture: ShownPicture;
}

/** As wide as a page shows it: the column on a phone, and no wider than the page is. */
const SIZES = '(min-width:75rem) 65rem,92vw';

/** A picture as wide as the page, with what stands below it; it comes after everything that is read, and moves nothing. */
export function PictureFigure({ view, picture }: Props) {
  const { sizes, alternative, caption, focus } = picture;
  const of = (type: string) => sizes.filter((one) => one.type === type);
  const small = of('image/jpeg')[0] ?? sizes[0];
  if (!small) return null;
  const below = [caption, credited(view, picture)].filter(Boolean);
  return (
    <figure className="shot">
      <picture>
        <source type="image/webp" srcSet={of('image/webp').map(inSet).join(',')} sizes={SIZES} />
        <img
          className={focus === 'middle' ? undefined : `at-${focus}`}
          src={addressOf(small)}
          alt={alternative}
          width={small.width}
          height={small.height}
          loading="lazy"
          decoding="async"
        />
      </picture>
      {below.length > 0 && (
        <figcaption className="q s">
          {below.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </figcaption>
      )}
    </figure>
  );
}

const addressOf = (size: Size) => mediaAddresses.file(fileName(size));
const inSet = (size: Size) => `${addressOf(size)} ${size.width}w`;

/** Whose it is, and the licence where that asks to be named. */
function credited({ t }: Pick<View, 't'>, { credit, licence }: ShownPicture): string {
  return [credit, licence && isNamed(licence) && t(`media.licence.${licence}`)].filter(Boolean).join(' · ');
}

function isNamed(licence: Licence): licence is 'cc-by' | 'cc-by-sa' | 'cc0' | 'public-domain' {
  return licence !== 'own' && licence !== 'permission';
}
