import type { View } from '../../http/view.ts';
import { TwoTexts } from '../../office/two-texts.tsx';
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
  return (
    <div className="sum" role="alert">
      <h2>{view.t('office.meanwhile')}</h2>
      <p>{view.t('media.meanwhile')}</p>
      <dl className="details">
        {aboutFields
          .filter((name) => other[name] !== own[name])
          .map((name) => (
            <div key={name}>
              <dt>{view.t(`media.${name}`)}</dt>
              <dd>
                <TwoTexts view={view} theirs={other[name]} yours={own[name]} />
              </dd>
            </div>
          ))}
      </dl>
    </div>
  );
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
