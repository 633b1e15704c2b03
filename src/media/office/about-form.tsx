import { z } from 'zod';
import type { Lang } from '../../config/langs.ts';
import { chosen, type Fields, typed } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import { Choice, Field, Select } from '../../site/components/field.tsx';
import { Carried, type Problems } from '../../site/components/form.tsx';
import { aboutFields } from '../change-picture.ts';
import { type Focus, focuses, licences, type Picture } from '../picture.ts';
import type { AboutPicture } from '../picture-queries.ts';
import { Thumb } from './thumb.tsx';

const NAME_LENGTH = 200;

export const aboutForm: Fields = {
  name: typed('media.name', NAME_LENGTH),
  credit: typed('media.credit', NAME_LENGTH),
  licence: chosen(20),
  decorative: chosen(3),
  focus: chosen(20),
  'was-*': chosen(NAME_LENGTH * 4),
};

const line = z.string().transform((text) => text.trim().replace(/\s+/g, ' '));
const orNull = line.pipe(z.string().max(NAME_LENGTH)).transform((text) => text || null);
const About = z.object({
  name: line.pipe(z.string().min(1, 'media.wrong.name').max(NAME_LENGTH, 'media.wrong.name')),
  credit: orNull,
  licence: z.union([z.literal('').transform(() => null), z.enum(licences)], 'media.wrong.licence'),
  decorative: z.string().transform((text) => text === 'yes'),
  focus: z.enum(focuses, 'media.wrong.focus'),
});

/** What was typed, as far as it can be; or what is wrong with it. @param before `was-` for what the form was read at */
export function readAbout(form: URLSearchParams, before = '') {
  return About.safeParse(Object.fromEntries(aboutFields.map((name) => [name, form.get(`${before}${name}`) ?? ''])));
}

/** What stands in a form, as text. */
export function typedAbout({ name, credit, licence, decorative, focus }: AboutPicture) {
  return { name, credit: credit ?? '', licence: licence ?? '', decorative: decorative ? 'yes' : '', focus };
}
export type TypedAbout = Readonly<Record<keyof AboutPicture, string>>;

interface Props {
  readonly view: View;
  readonly lang: Lang;
  readonly picture: Picture;
  readonly typed: TypedAbout;
  readonly was: TypedAbout;
  readonly problems: Problems;
}

/** What is said of a picture in no language. */
export function AboutFields({ view, lang, picture, typed: given, was, problems }: Props) {
  return (
    <>
      <Carried values={aboutFields.map((name) => [`was-${name}`, was[name]] as const)} />
      <Field
        name="name"
        label={view.t('media.name')}
        hint={view.t('media.name.hint')}
        error={problems.get('name')}
        defaultValue={given.name}
        dir="auto"
        autoComplete="off"
      />
      <Field
        name="credit"
        label={view.t('media.credit')}
        hint={view.t('media.credit.hint')}
        error={problems.get('credit')}
        defaultValue={given.credit}
        dir="auto"
        autoComplete="off"
      />
      <Select name="licence" label={view.t('media.licence')} error={problems.get('licence')}>
        <option value="">{view.t('media.licence.none')}</option>
        {licences.map((one) => (
          <option key={one} value={one} selected={given.licence === one}>
            {view.t(`media.licence.${one}`)}
          </option>
        ))}
      </Select>
      <Choice
        name="decorative"
        value="yes"
        label={view.t('media.decorative')}
        error={problems.get('decorative')}
        defaultChecked={given.decorative === 'yes'}
      />
      <FocusField view={view} lang={lang} picture={picture} focus={given.focus} error={problems.get('focus')} />
    </>
  );
}

interface FocusProps {
  readonly view: View;
  readonly lang: Lang;
  readonly picture: Picture;
  readonly focus: string;
  readonly error: string | undefined;
}

/** Nine places over the picture, of which one is chosen: left is left in every language. */
function FocusField({ view, lang, picture, focus, error }: FocusProps) {
  return (
    <fieldset id="focus" className={error ? 'bad' : undefined} aria-describedby="focus-hint">
      <legend>{view.t('media.focus')}</legend>
      <p className="hint" id="focus-hint">
        {view.t('media.focus.hint')}
      </p>
      {error && <p className="err">{error}</p>}
      <div className="focus" dir="ltr">
        <Thumb lang={lang} picture={picture} />
        <div className="nine">
          {focuses.map((one: Focus) => (
            <label key={one}>
              <input type="radio" name="focus" value={one} defaultChecked={focus === one} />
              <span className="a">{view.t(`media.focus.${one}`)}</span>
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  );
}
