import { mayDo, mayEver } from '../../accounts/roles.ts';
import { direction, langs } from '../../config/langs.ts';
import { isId } from '../../database/is-id.ts';
import { type Answer, seeOther } from '../../http/answer.ts';
import type { View } from '../../http/view.ts';
import { languageName, list } from '../../locales/format.ts';
import { itemHistory } from '../../office/item-history.tsx';
import type { StaffRequest } from '../../office/office-route.ts';
import { Detail, OfficeForm } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { statesOf } from '../../publications/publications.ts';
import { safetyRemovalOf } from '../../publications/safety-removals.ts';
import { noProblems, type Problems } from '../../site/components/form.tsx';
import { pictureAddresses } from '../addresses.ts';
import { aboutOf, wordsIn } from '../change-picture.ts';
import { isDescribed, largest, type Picture } from '../picture.ts';
import type { AboutPicture } from '../picture-queries.ts';
import { usesOf } from '../uses.ts';
import { AboutFields, type TypedAbout, typedAbout } from './about-form.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { pictureOf } from './find-picture.ts';
import { ReplaceForm } from './replace-form.tsx';
import { WhereUsed } from './where-used.tsx';
import { Whole } from './whole.tsx';

/** What a form came back with. */
export interface Back {
  readonly typed?: TypedAbout;
  readonly was?: TypedAbout;
  readonly problems?: Problems;
  /** What somebody else set meanwhile. */
  readonly elsewhere?: AboutPicture;
  /** What is wrong with a file that was to replace it. */
  readonly file?: string;
  /** What is wrong with showing it, or taking it away. */
  readonly refused?: string;
}

/** A picture: what it shows, what is said of it, who sees it, and what was changed of it. */
export async function pictureScreen(request: StaffRequest): Promise<Answer> {
  const { app, lang, params } = request;
  const { id = '' } = params;
  if (isId(id) && (await safetyRemovalOf(app.database, id))) return seeOther(pictureAddresses.removed(lang, id));
  return showing(request, await pictureOf(request));
}

export async function showing(request: StaffRequest, picture: Picture, back: Back = {}): Promise<Answer> {
  const { view, lang, session } = request;
  const changes = mayEver(session.role, 'media.change');
  const did = request.query.get('did');
  return screen(
    { ...request, path: behindHome(lang, pictureAddresses.picture(lang, picture.id)) },
    picture.name,
    <>
      {(did === 'stored' || did === 'here' || did === 'set') && (
        <p role="status" className="note">
          {view.t(`media.did.${did}`)}
        </p>
      )}
      {back.refused && (
        <p role="alert" className="note">
          {back.refused}
        </p>
      )}
      <Whole lang={lang} picture={picture} />
      <Facts view={view} picture={picture} shown={await shownIn(request, picture)} />
      <WhereUsed view={view} uses={await usesOf(request.app, picture.id, lang)} />
      <h2>{view.t('media.words')}</h2>
      <WordLines request={request} picture={picture} />
      {changes && <About request={request} picture={picture} back={back} />}
      {mayEver(session.role, 'publications.change') && <ShowForm request={request} picture={picture} />}
      {changes && <ReplaceForm request={request} picture={picture} wrong={back.file} />}
      <Away request={request} picture={picture} />
      {await itemHistory(request, ['picture', picture.id])}
      <p>
        <a href={pictureAddresses.pictures(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
    { status: back.elsewhere ? 409 : back.problems || back.file || back.refused ? 422 : 200 },
  );
}

/** The ways to take it away, for good. */
function Away({ request: { view, lang, session }, picture }: { request: StaffRequest; picture: Picture }) {
  const ways = [
    ['media.change', 'media.remove', pictureAddresses.remove(lang, picture.id)],
    ['publications.remove-for-safety', 'media.safety', pictureAddresses.safety(lang, picture.id)],
  ] as const;
  return (
    <p className="row">
      {ways
        .filter(([deed]) => mayEver(session.role, deed))
        .map(([, label, to]) => (
          <a className="go o destroy" key={label} href={to}>
            {view.t(label)}
          </a>
        ))}
    </p>
  );
}

/** In which languages readers see it now. */
async function shownIn({ app, lang }: StaffRequest, { id }: Picture): Promise<string | undefined> {
  const published = (await statesOf(app.database, id)).filter(({ state }) => state === 'published');
  if (published.length === 0) return undefined;
  return list(
    lang,
    published.map((one) => languageName(lang, one.lang)),
  );
}

function Facts({ view, picture, shown }: { view: View; picture: Picture; shown: string | undefined }) {
  const whole = largest(picture);
  const bytes = picture.sizes.reduce((sum, size) => sum + size.bytes, 0);
  return (
    <dl className="details">
      <Detail label={view.t('media.shown')}>{shown ?? view.t('media.shown.none')}</Detail>
      <Detail label={view.t('media.size')}>
        {whole && view.t('media.size.is', { width: whole.width, height: whole.height, size: view.size(bytes) })}
      </Detail>
      <Detail label={view.t('media.added')}>{view.dayOf(picture.addedAt)}</Detail>
      <Detail label={view.t('media.id')}>
        <bdi dir="ltr">{picture.id}</bdi>
      </Detail>
    </dl>
  );
}

/** By language what whoever does not see it is told, and the way to write it. */
function WordLines({ request: { view, lang, session }, picture }: { request: StaffRequest; picture: Picture }) {
  return (
    <ul className="list">
      {langs.map((of) => {
        const { alternative, caption } = wordsIn(picture, of);
        const name = languageName(lang, of);
        return (
          <li key={of}>
            {mayDo(session, 'media.describe', { lang: of }) ? (
              <a href={pictureAddresses.words(lang, picture.id, of)}>{name}</a>
            ) : (
              name
            )}
            <br />
            <span lang={alternative === null ? undefined : of} dir={alternative === null ? undefined : direction(of)}>
              {alternative ?? view.t(picture.decorative ? 'media.decorative.short' : 'media.words.missing')}
            </span>
            {caption && (
              <small lang={of} dir={direction(of)}>
                <br />
                {caption}
              </small>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function About({ request, picture, back }: { request: StaffRequest; picture: Picture; back: Back }) {
  const { view, lang, token } = request;
  const stands = typedAbout(aboutOf(picture));
  const { typed = stands, was = stands, problems = noProblems, elsewhere } = back;
  return (
    <>
      <h2>{view.t('media.about')}</h2>
      {elsewhere && <Elsewhere view={view} theirs={elsewhere} yours={typed} />}
      <OfficeForm
        view={view}
        token={token}
        action={pictureAddresses.picture(lang, picture.id)}
        button={view.t('media.save')}
        problems={problems}
      >
        <AboutFields view={view} lang={lang} picture={picture} typed={typed} was={was} problems={problems} />
      </OfficeForm>
    </>
  );
}

/** Readers see it in every language in which it is described, or in none. */
function ShowForm({ request: { view, lang, token }, picture }: { request: StaffRequest; picture: Picture }) {
  const described = langs.filter((one) => isDescribed(picture, one));
  const names = list(
    lang,
    described.map((one) => languageName(lang, one)),
  );
  return (
    <>
      <h2>{view.t('media.show')}</h2>
      <p>{described.length > 0 ? view.t('media.show.in', { languages: names }) : view.t('media.show.none')}</p>
      {described.length > 0 && (
        <OfficeForm
          view={view}
          token={token}
          action={pictureAddresses.show(lang, picture.id)}
          button={view.t('media.show.do')}
          outlined
        />
      )}
      <OfficeForm
        view={view}
        token={token}
        action={pictureAddresses.hide(lang, picture.id)}
        button={view.t('media.hide.do')}
        outlined
      />
    </>
  );
}
