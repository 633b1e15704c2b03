import type { View } from '../../http/view.ts';
import { OtherFields } from '../../office/meanwhile.tsx';
import { aboutFields } from '../change-picture.ts';
import type { AboutPicture } from '../picture-queries.ts';
import { type TypedAbout, typedAbout } from './about-form.tsx';

interface Props {
  readonly view: View;
  readonly theirs: AboutPicture;
  readonly yours: TypedAbout;
}

/** What somebody else set beside what was typed here. */
export function Elsewhere({ view, theirs, yours }: Props) {
  const [other, own] = [spoken(view, typedAbout(theirs)), spoken(view, yours)];
  const fields = aboutFields.map((name) => ({
    label: view.t(`media.${name}`),
    ...{ theirs: other[name], yours: own[name] },
  }));
  return <OtherFields view={view} text={view.t('media.meanwhile')} fields={fields} />;
}

/** As the form says what is chosen. */
function spoken({ t }: Pick<View, 't'>, about: TypedAbout): TypedAbout {
  const { licence, decorative, focus } = about;
  return {
    ...about,
    licence: licence && t(`media.licence.${licence}` as 'media.licence.own'),
    decorative: decorative ? t('media.decorative.short') : '',
    focus: t(`media.focus.${focus}` as 'media.focus.left'),
  };
}
