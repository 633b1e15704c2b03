import type { Answer } from '../../http/answer.ts';
import type { View } from '../../http/view.ts';
import { languageName } from '../../locales/format.ts';
import type { Key } from '../../locales/words.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { OfficeForm } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { Choice } from '../../site/components/field.tsx';
import { Carried } from '../../site/components/form.tsx';
import { deskAddresses } from '../addresses.ts';
import type { Editing } from './editing.ts';
import { Languages } from './languages.tsx';
import { numberOf, placeLabel, TextGroup } from './text-fields.tsx';
import { FIELD } from './typed-words.ts';
import { WaitingNote } from './waiting-note.tsx';
import { calledIn, currentOf, itemPage } from './worded-item.ts';

/** Words in one language, beside those from which they are translated. */
export function editScreen(request: StaffRequest, editing: Editing): Answer {
  const { view, lang, token, query } = request;
  const { text, source, problems, meanwhile, shaped } = editing;
  const address = deskAddresses.words(lang, text.row.slug, text.item.id, text.lang);
  const called = calledIn(lang, text.row);
  const language = languageName(lang, text.lang);
  return screen(
    { ...request, path: behindHome(lang, address) },
    view.t('campaigns.words.title', { what: `\u2068${called.name}\u2069`, language }),
    <>
      <Done view={view} done={query.get('done')} />
      {meanwhile && <MeanwhileNote view={view} editing={editing} />}
      <Languages request={request} row={text.row} newest={text.newest} here={text.lang} />
      <WaitingNote request={request} text={text} />
      <p>{leadOf(view, editing)}</p>
      <nav aria-label={view.t('campaigns.words.groups')}>
        <ul className="onward">
          {shaped.map(({ name }) => (
            <li key={name}>
              <a href={`#${name}`}>{view.t(`campaigns.group.${name}` as Key)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <OfficeForm
        view={view}
        token={token}
        action={address}
        button={view.t('campaigns.words.save')}
        problems={problems}
      >
        <Carried
          values={[
            ['read', String(editing.read)],
            ...(source ? [['source', `${source.lang}:${source.number}`] as const] : []),
          ]}
        />
        {shaped.map((group) => (
          <TextGroup key={group.name} view={view} editing={editing} group={group} />
        ))}
        <Saying request={request} editing={editing} />
      </OfficeForm>
      <p>
        <a href={deskAddresses.versions(lang, text.row.slug, text.item.id, text.lang)}>
          {view.t('campaigns.versions')}
        </a>
      </p>
      <p>
        <a href={itemPage(lang, text.row)}>{view.t('campaigns.words.back', { what: `\u2068${called.name}\u2069` })}</a>
      </p>
    </>,
    { wide: source !== undefined, status: meanwhile ? 409 : problems.size > 0 ? 422 : 200 },
  );
}

/** What is said beside saving: that a translation says what its source does, and that readers get it. */
function Saying({ request: { view, form }, editing }: { request: StaffRequest; editing: Editing }) {
  const { text, source } = editing;
  const shows = text.state === 'published' || text.state === 'scheduled';
  const isSent = form.has('read');
  return (
    <>
      {source && text.translation === 'older' && (
        <Choice
          name="renewed"
          value="yes"
          defaultChecked={form.get('renewed') === 'yes'}
          label={view.t('campaigns.words.renewed', { language: languageName(view.lang, source.lang) })}
        />
      )}
      {shows && text.may('campaigns.approve') && (
        <Choice
          name="show"
          value="yes"
          defaultChecked={!isSent || form.get('show') === 'yes'}
          label={view.t('campaigns.words.show')}
        />
      )}
      {shows && !text.may('campaigns.approve') && <p className="note">{view.t('campaigns.words.willWait')}</p>}
    </>
  );
}

/** What the language is, and what stands beside it. */
function leadOf(view: View, { text, source, sourceBefore }: Editing): string {
  if (!source) return view.t(currentOf(text) ? 'campaigns.words.lead.original' : 'campaigns.words.lead.first');
  const values = { language: languageName(view.lang, source.lang), number: source.number };
  if (text.translation === 'missing') return view.t('campaigns.words.lead.missing', values);
  return view.t(sourceBefore ? 'campaigns.words.lead.older' : 'campaigns.words.lead.translated', values);
}

function Done({ view, done }: { view: View; done: string | null }) {
  if (done !== 'same' && done !== 'shown' && done !== 'waits' && done !== 'approved') return null;
  return (
    <p className="note" role="status">
      {view.t(`campaigns.words.done.${done}`)}
    </p>
  );
}

/** Who was there meanwhile, what of theirs stands in the form already, and where somebody has to choose. */
function MeanwhileNote({ view, editing }: { view: View; editing: Editing }) {
  const { meanwhile, both, shaped } = editing;
  if (!meanwhile) return null;
  const link = (place: string, prefix: string) => {
    const group = shaped.find(({ entries }) => entries.some(({ places }) => places.includes(place)));
    return group && <a href={`#${prefix}${place}`}>{placeLabel(view, place, numberOf(group, place))}</a>;
  };
  return (
    // biome-ignore lint/a11y/noAutofocus: whoever sent the form is led to what became of it, also without JavaScript
    <div className="sum" role="alert" tabIndex={-1} autoFocus>
      <h2>{view.t('office.meanwhile')}</h2>
      <p>
        {view.rich('campaigns.meanwhile.text', {
          who: <bdi>{meanwhile.who ?? '–'}</bdi>,
          number: meanwhile.newest.number,
          when: view.moment(meanwhile.newest.madeAt),
        })}
      </p>
      {both.size > 0 && (
        <>
          <p>{view.t('campaigns.meanwhile.both')}</p>
          <ul>
            {[...both.keys()].map((place) => (
              <li key={place}>{link(place, 'both-')}</li>
            ))}
          </ul>
        </>
      )}
      {meanwhile.taken.length > 0 && (
        <>
          <p>{view.t('campaigns.meanwhile.taken')}</p>
          <ul>
            {meanwhile.taken.map((place) => (
              <li key={place}>{link(place, FIELD)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
