import type { Lang } from '../../config/langs.ts';
import type { Queries } from '../../database/database.ts';
import type { View } from '../../http/view.ts';
import { Choice, Choices } from '../../site/components/field.tsx';
import type { Picture } from '../picture.ts';
import { describedIn } from './picture-list.tsx';
import { selectPictureSlice } from './picture-list-queries.ts';
import { Thumb } from './thumb.tsx';

/** As many as are looked through at once; more are found by their names. */
const OFFERED = 24;

/** Pictures from which one is chosen, the latest first. @param q a part of what staff call it */
export async function picturesToChoose(queries: Queries, q: string): Promise<readonly Picture[]> {
  return selectPictureSlice(queries, { q: q || undefined }, 'added', { descending: true, limit: OFFERED });
}

interface Props {
  readonly view: View;
  readonly lang: Lang;
  readonly name: string;
  readonly label: string;
  readonly pictures: readonly Picture[];
  readonly chosen: string;
  readonly error: string | undefined;
}

/** One of the pictures, or none. */
export function PictureChoices({ view, lang, name, label, pictures, chosen, error }: Props) {
  return (
    <Choices name={name} label={label} error={error}>
      <Choice type="radio" name={name} value="" label={view.t('media.choose.none')} defaultChecked={chosen === ''} />
      {pictures.map((picture) => (
        <Choice
          key={picture.id}
          type="radio"
          name={name}
          value={picture.id}
          defaultChecked={chosen === picture.id}
          label={
            <>
              <Thumb lang={lang} picture={picture} /> <bdi>{picture.name}</bdi>
              <br />
              <small className="q">
                {view.t('media.described')} · {describedIn(view, picture)}
              </small>
            </>
          }
        />
      ))}
    </Choices>
  );
}
