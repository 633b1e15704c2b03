import { direction } from '../../config/langs.ts';
import { type Answer, NotFoundError, seeOther } from '../../http/answer.ts';
import { chosen, type Fields } from '../../http/fields.ts';
import { languageName } from '../../locales/format.ts';
import { refusedPage } from '../../office/office-errors.tsx';
import type { StaffRequest } from '../../office/office-route.ts';
import { OfficeForm } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { ChangedText } from '../../office/two-texts.tsx';
import { behindHome } from '../../office/way-back.ts';
import { Choice } from '../../site/components/field.tsx';
import { Carried, noProblems } from '../../site/components/form.tsx';
import type { Version } from '../../texts/version.ts';
import { historyOf, versionOf } from '../../texts/versions.ts';
import { deskAddresses } from '../addresses.ts';
import { approveWords } from '../write-words.ts';
import { bringBack } from './bring-back.ts';
import { numberIn } from './editing.ts';
import { outcomeOf } from './outcome.ts';
import { numberOf, placeLabel } from './text-fields.tsx';
import { placesOf, type Shaped, shapedFor } from './text-groups.ts';
import { typedOf } from './typed-words.ts';
import { madeBy } from './versions-page.tsx';
import { calledIn, newestNumber, type WorkText, workTextOf } from './worded-item.ts';

export const versionQuery = { with: chosen(10) };
export const bringBackFields: Fields = { read: chosen(10), show: chosen(3) };
export const approveFields: Fields = { seen: chosen(10) };

/** One version beside another, text by text: beside the one before it, or the one that was named. */
export async function versionPage(request: StaffRequest): Promise<Answer> {
  return showing(request, await workTextOf(request));
}

interface How {
  readonly status?: number;
  /** What somebody is told whose form could not be taken. */
  readonly says?: string;
}

async function showing(request: StaffRequest, text: WorkText, { status = 200, says }: How = {}): Promise<Answer> {
  const { app, view, lang, params, query } = request;
  const of = { item: text.item.id, lang: text.lang };
  const number = numberIn(params.number);
  const [version, listed] = await Promise.all([
    number === 0 ? undefined : versionOf(app.database, of, number),
    historyOf(app.database, of, 1, number + 1),
  ]);
  if (!version || listed[0]?.number !== number) throw new NotFoundError('a version');
  const other = numberIn(query.get('with')) || number - 1;
  const before = other === 0 ? undefined : await versionOf(app.database, of, other);
  const at = [lang, text.row.slug, text.item.id, text.lang] as const;
  const newest = newestNumber(text);
  return screen(
    { ...request, path: behindHome(lang, deskAddresses.version(...at, String(number))) },
    view.t('campaigns.version.title', {
      number,
      what: `\u2068${calledIn(lang, text.row).name}\u2069`,
      language: languageName(lang, text.lang),
    }),
    <>
      {says && (
        <p className="note" role="alert">
          {says}
        </p>
      )}
      <p>
        <bdi>{madeBy(view, listed[0])}</bdi>, {view.moment(version.madeAt)}
      </p>
      <h2>
        {before ? view.t('campaigns.version.beside', { number: before.number }) : view.t('campaigns.version.first')}
      </h2>
      <Changes request={request} text={text} before={before} after={version} />
      {number !== newest && (
        <p>
          <a href={deskAddresses.version(...at, String(number), { with: String(newest) })}>
            {view.t('campaigns.version.besideNewest', { number: newest })}
          </a>
        </p>
      )}
      {number !== newest && text.may('campaigns.write') && <BringBack request={request} text={text} number={number} />}
      <p>
        <a href={deskAddresses.versions(...at)}>{view.t('campaigns.version.back')}</a>
      </p>
    </>,
    { status },
  );
}

interface ChangesProps {
  readonly request: StaffRequest;
  readonly text: WorkText;
  readonly before: Version | undefined;
  readonly after: Version;
}

function Changes({ request: { view }, text, before, after }: ChangesProps) {
  const shaped = shapedFor(text.item.kind, [after.words, before?.words], [], false);
  const [was, is] = [typedOf(before?.words), typedOf(after.words)];
  const changed = placesOf(shaped).filter((place) => (was.get(place) ?? '') !== (is.get(place) ?? ''));
  if (changed.length === 0) return <p>{view.t('campaigns.version.same')}</p>;
  const groupOf = (place: string) =>
    shaped.find(({ entries }) => entries.some(({ places }) => places.includes(place))) as Shaped;
  return (
    <dl className="changes">
      {changed.map((place) => (
        <div key={place}>
          <dt>{placeLabel(view, place, numberOf(groupOf(place), place))}</dt>
          <dd lang={text.lang} dir={direction(text.lang)}>
            {before ? (
              <ChangedText lang={text.lang} before={was.get(place) ?? ''} after={is.get(place) ?? ''} />
            ) : (
              is.get(place)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function BringBack({
  request: { view, lang, token },
  text,
  number,
}: {
  request: StaffRequest;
  text: WorkText;
  number: number;
}) {
  const shows = text.state === 'published' || text.state === 'scheduled';
  return (
    <>
      <h2>{view.t('campaigns.version.bring')}</h2>
      <p>{view.t('campaigns.version.bring.text')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={deskAddresses.version(lang, text.row.slug, text.item.id, text.lang, String(number))}
        button={view.t('campaigns.version.bring.do', { number })}
        problems={noProblems}
        outlined
      >
        <Carried values={[['read', String(newestNumber(text))]]} />
        {shows && text.may('campaigns.approve') && (
          <Choice name="show" value="yes" defaultChecked label={view.t('campaigns.words.show')} />
        )}
        {shows && !text.may('campaigns.approve') && <p className="note">{view.t('campaigns.words.willWait')}</p>}
      </OfficeForm>
    </>
  );
}

/** Has an earlier version stand again, as a new one. */
export async function bringVersionBack(request: StaffRequest): Promise<Answer> {
  const { app, form, params, session, view } = request;
  const text = await workTextOf(request);
  if (!text.may('campaigns.write')) return refusedPage(request, 'role');
  const [number, read] = [numberIn(params.number), numberIn(form.get('read'))];
  const show = form.get('show') === 'yes' && text.may('campaigns.approve');
  const how = { number, read, show };
  const outcome = await outcomeOf(bringBack(app.database, text.item, text.lang, how, session.actor_id));
  if (outcome.is === 'moved')
    return showing(request, await workTextOf(request), { status: 409, says: view.t('campaigns.version.moved') });
  if (outcome.is !== 'done') return showing(request, text, { status: 422, says: view.t('campaigns.version.notNow') });
  if (!outcome.done) throw new NotFoundError('a version');
  return seeOther(wordsPage(request, text, outcome.done.stands ? 'shown' : 'waits'));
}

/** Has what waits stand before readers. */
export async function approveNewest(request: StaffRequest): Promise<Answer> {
  const { app, form, session, view } = request;
  const text = await workTextOf(request);
  if (!text.may('campaigns.approve')) return refusedPage(request, 'role');
  const seen = numberIn(form.get('seen'));
  const outcome = await outcomeOf(approveWords(app.database, text.item, text.lang, seen, session.actor_id));
  if (outcome.is === 'done') return seeOther(wordsPage(request, text, 'approved'));
  const params = { ...request.params, number: String(newestNumber(text)) };
  const says = view.t(outcome.is === 'moved' ? 'campaigns.version.moved' : 'campaigns.version.notNow');
  return showing({ ...request, params }, text, { status: outcome.is === 'moved' ? 409 : 422, says });
}

function wordsPage({ lang }: StaffRequest, { row, item, lang: of }: WorkText, done: string): string {
  return deskAddresses.words(lang, row.slug, item.id, of, { done });
}
