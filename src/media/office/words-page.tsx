import { mayDo } from '../../accounts/roles.ts';
import { direction, isLang, type Lang, langs } from '../../config/langs.ts';
import { type Answer, NotFoundError, seeOther } from '../../http/answer.ts';
import { chosen, type Fields, written } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import { languageName } from '../../locales/format.ts';
import { Meanwhile } from '../../office/meanwhile.tsx';
import { refusedPage } from '../../office/office-errors.tsx';
import type { StaffRequest } from '../../office/office-route.ts';
import { OfficeForm } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { TwoTexts } from '../../office/two-texts.tsx';
import { behindHome } from '../../office/way-back.ts';
import { TextArea } from '../../site/components/field.tsx';
import { Carried, noProblems, type Problems } from '../../site/components/form.tsx';
import { pictureAddresses } from '../addresses.ts';
import { describePicture, wordsIn } from '../change-picture.ts';
import type { Picture, PictureWords } from '../picture.ts';
import { needsWords } from './change-about.ts';
import { pictureOf } from './find-picture.ts';
import { Whole } from './whole.tsx';

/** As a reader of a screen reads it at once. */
const ALTERNATIVE = 500;
const CAPTION = 1_000;
const names = ['alternative', 'caption'] as const;

export const pictureWordsForm: Fields = {
  alternative: written('media.alternative', ALTERNATIVE),
  caption: written('media.caption', CAPTION),
  'was-*': chosen(CAPTION * 4),
};

function languageIn({ params: { of = '' } }: StaffRequest): Lang {
  if (!isLang(of)) throw new NotFoundError(of);
  return of;
}

/** What is said of a picture in one language. */
export async function pictureWordsPage(request: StaffRequest): Promise<Answer> {
  const [picture, of] = [await pictureOf(request), languageIn(request)];
  if (!mayDo(request.session, 'media.describe', { lang: of })) return refusedPage(request, 'role');
  const now = wordsIn(picture, of);
  return showing(request, picture, { typed: now, was: now });
}

/** Sets it, unless somebody else was there meanwhile. */
export async function changePictureWords(request: StaffRequest): Promise<Answer> {
  const { app, lang, view, session } = request;
  const [picture, of] = [await pictureOf(request), languageIn(request)];
  if (!mayDo(session, 'media.describe', { lang: of })) return refusedPage(request, 'role');
  const [to, was] = [typedIn(request, of, ''), typedIn(request, of, 'was-')];
  const long = tooLong(view, to);
  if (long.size > 0) return showing(request, picture, { typed: to, was, problems: long });
  const outcome = await describePicture(app.database, { id: picture.id, was, to, by: session.actor_id });
  switch (outcome.is) {
    case 'done':
      return seeOther(pictureAddresses.picture(lang, picture.id, { did: 'set' }));
    case 'none':
      throw new NotFoundError('a picture');
    case 'moved':
      return showing(request, picture, { typed: to, was: outcome.now, elsewhere: outcome.now });
    default:
      return showing(request, picture, {
        ...{ typed: to, was },
        problems: new Map([['alternative', needsWords(view, outcome.langs)]]),
      });
  }
}

function typedIn({ form }: StaffRequest, lang: Lang, before: string): PictureWords {
  const said = (name: string) => (form.get(`${before}${name}`) ?? '').trim().replace(/\s+/g, ' ') || null;
  return { lang, alternative: said('alternative'), caption: said('caption') };
}

function tooLong(view: View, { alternative, caption }: PictureWords): Problems {
  const over = (text: string | null, most: number) =>
    text && text.length > most ? view.t('site.wrong.long', { most, now: text.length }) : undefined;
  const all = [['alternative', over(alternative, ALTERNATIVE)] as const, ['caption', over(caption, CAPTION)] as const];
  return new Map(all.flatMap(([name, problem]) => (problem ? [[name, problem] as const] : [])));
}

interface Shown {
  readonly typed: PictureWords;
  readonly was: PictureWords;
  readonly problems?: Problems;
  readonly elsewhere?: PictureWords;
}

function showing(request: StaffRequest, picture: Picture, shown: Shown): Answer {
  const { view, lang, token } = request;
  const { typed, was, problems = noProblems, elsewhere } = shown;
  const of = typed.lang;
  const others = langs.filter((one) => one !== of && wordsIn(picture, one).alternative !== null);
  return screen(
    { ...request, path: behindHome(lang, pictureAddresses.words(lang, picture.id, of)) },
    view.t('media.words.in', { language: languageName(lang, of), name: `\u2068${picture.name}\u2069` }),
    <>
      {elsewhere && <Elsewhere view={view} theirs={elsewhere} yours={typed} />}
      <Whole lang={lang} picture={picture} />
      {others.length > 0 && <Others view={view} picture={picture} langs={others} />}
      <OfficeForm
        view={view}
        token={token}
        action={pictureAddresses.words(lang, picture.id, of)}
        button={view.t('media.save')}
        problems={problems}
      >
        <Carried values={names.map((name) => [`was-${name}`, was[name] ?? ''] as const)} />
        {names.map((name) => (
          <TextArea
            key={name}
            name={name}
            label={view.t(`media.${name}`)}
            hint={view.t(`media.${name}.hint`)}
            error={problems.get(name)}
            defaultValue={typed[name] ?? ''}
            rows={3}
            lang={of}
            dir={direction(of)}
          />
        ))}
      </OfficeForm>
      <p>
        <a href={pictureAddresses.picture(lang, picture.id)}>{view.t('media.back')}</a>
      </p>
    </>,
    { status: elsewhere ? 409 : problems.size > 0 ? 422 : 200 },
  );
}

/** What it says in the other languages, to translate from. */
function Others({ view, picture, langs: of }: { view: View; picture: Picture; langs: readonly Lang[] }) {
  return (
    <dl className="details">
      {of.map((one) => (
        <div key={one}>
          <dt>{languageName(view.lang, one)}</dt>
          <dd lang={one} dir={direction(one)}>
            {[wordsIn(picture, one).alternative, wordsIn(picture, one).caption].filter(Boolean).join(' · ')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Elsewhere({ view, theirs, yours }: { view: View; theirs: PictureWords; yours: PictureWords }) {
  return (
    <Meanwhile view={view} text={view.t('media.meanwhile')}>
      {names
        .filter((name) => theirs[name] !== yours[name])
        .map((name) => (
          <TwoTexts key={name} view={view} lang={yours.lang} theirs={theirs[name] ?? ''} yours={yours[name] ?? ''} />
        ))}
    </Meanwhile>
  );
}
