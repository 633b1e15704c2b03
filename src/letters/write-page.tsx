import { direction, endonyms } from '../config/langs.ts';
import { consentText } from '../consents/consent-texts.ts';
import type { View } from '../http/view.ts';
import { list } from '../locales/format.ts';
import type { Representative } from '../representatives/find-representatives.ts';
import { mailedTo } from '../representatives/mailed-to.ts';
import { displayName, mailChannel } from '../representatives/naming.ts';
import { Choice, Field, Select, TextArea } from '../site/components/field.tsx';
import { Carried, ErrorSummary, type Problems } from '../site/components/form.tsx';
import { stateName } from '../states/state-names.ts';
import { letterAddresses } from './addresses.ts';
import { placeholder } from './compose.ts';
import { Steps } from './steps.tsx';
import { LONGEST_LETTER } from './write-fields.ts';
import type { Draft, Choice as LetterChoice } from './write-form.ts';

interface Part {
  readonly view: View;
  readonly choice: LetterChoice;
  readonly draft: Draft;
  readonly problems: Problems;
}

/** The letter: what to put forward, the words themselves, and who writes. */
export function WriteLetter(props: Part & { controller: string }) {
  const { view, choice, problems } = props;
  const mailed = choice.addressees.some((addressee) => mailChannel(addressee));
  const byHand = choice.addressees.some((addressee) => !mailChannel(addressee));
  return (
    <div className="read">
      <Steps view={view} current={3} />
      <h1>{view.t('letters.write.title')}</h1>
      <p className="lead">
        {view.t('letters.write.to', {
          names: list(
            view.lang,
            choice.addressees.map((one) => displayName(view.lang, one)),
          ),
        })}
      </p>
      {choice.state.risk === 'warn' && (
        <p className="note">{view.t('letters.warn.sees', { state: stateName(view.lang, choice.state) })}</p>
      )}
      <Shared view={view} choice={choice} />
      {choice.addressees.some((addressee) => mailChannel(addressee)?.paused) && (
        <p className="note">{view.t('letters.preview.paused')}</p>
      )}
      <ErrorSummary view={view} problems={problems} />
      <form method="post" action={letterAddresses.write(view.lang, choice.campaign.slug)} noValidate>
        <Carried
          values={[
            ['state', choice.state.iso3],
            ['aware', '1'],
            ['ask', choice.ask.slug],
            ...choice.addressees.map(({ id }) => ['to', id] as const),
          ]}
        />
        <Arguments {...props} />
        <Text {...props} />
        <Writer {...props} mailed={mailed} />
        <Sending {...props} mailed={mailed} byHand={byHand} />
      </form>
    </div>
  );
}

/** Says who of the addressees is reached at one mailbox: it gets one letter. */
function Shared({ view, choice }: Pick<Part, 'view' | 'choice'>) {
  const name = (one: Representative) => displayName(view.lang, one);
  return mailedTo(choice.addressees).map(
    ({ addressee, sharing }) =>
      sharing.length > 1 && (
        <p className="note" key={addressee.id}>
          {view.t('letters.write.shared', {
            names: list(view.lang, sharing.map(name)),
            first: name(addressee),
          })}
        </p>
      ),
  );
}

/** What to put forward, in an order of one's own; another press puts the letter together anew. */
function Arguments({ view, choice, draft }: Part) {
  const all = choice.ask.text.arguments;
  return (
    <details>
      <summary>{view.t('letters.arguments.title')}</summary>
      <p className="hint">{view.t('letters.arguments.hint')}</p>
      <Select name="lang" label={view.t('letters.arguments.lang')} defaultValue={choice.lang}>
        {choice.campaign.langs.map((lang) => (
          <option key={lang} value={lang} lang={lang}>
            {endonyms[lang]}
          </option>
        ))}
      </Select>
      {all.map(({ id, label }) => (
        <div className="c" key={id}>
          <select
            className="short"
            name={`argument-${id}`}
            id={`argument-${id}`}
            defaultValue={draft.chosen.indexOf(id) + 1 || ''}
          >
            <option value="">–</option>
            {all.map((_, index) => (
              <option key={all[index]?.id} value={index + 1}>
                {view.number(index + 1)}
              </option>
            ))}
          </select>
          <label htmlFor={`argument-${id}`} lang={choice.lang}>
            {label}
          </label>
        </div>
      ))}
      <p className="row">
        <button className="go o" type="submit" name="step" value="prepare">
          {view.t('letters.arguments.go')}
        </button>
      </p>
    </details>
  );
}

function Text({ view, choice, draft, problems }: Part) {
  const places = (['salutation', 'role', 'name', 'why'] as const).filter((place) =>
    draft.body.includes(placeholder(choice.lang, place)),
  );
  return (
    <>
      <TextArea
        name="why"
        label={view.t('letters.why.label')}
        hint={view.t('letters.why.hint')}
        error={problems.get('why')}
        defaultValue={draft.why}
        rows={4}
        dir="auto"
      />
      <Field
        name="subject"
        label={view.t('letters.subject')}
        error={problems.get('subject')}
        defaultValue={draft.subject}
        lang={choice.lang}
        dir={direction(choice.lang)}
      />
      <TextArea
        name="body"
        className="big"
        data-most={LONGEST_LETTER}
        label={view.t('letters.body.label')}
        hint={view.t('letters.body.hint', {
          most: LONGEST_LETTER,
          places: places.map((place) => placeholder(choice.lang, place)).join(' ') || '–',
        })}
        error={problems.get('body')}
        defaultValue={draft.body}
        rows={20}
        lang={choice.lang}
        dir={direction(choice.lang)}
      />
    </>
  );
}

function Writer({ view, choice, draft, problems, mailed }: Part & { mailed: boolean }) {
  const local = choice.addressees.some(({ area, office }) => area !== null && office === null);
  return (
    <>
      <h2>{view.t('letters.you')}</h2>
      <Field
        name="name"
        label={view.t('letters.name.label')}
        hint={view.t('letters.name.hint')}
        error={problems.get('name')}
        defaultValue={draft.name}
        autoComplete="name"
        dir="auto"
      />
      {mailed && (
        <Field
          name="email"
          type="email"
          label={view.t('letters.email.label')}
          hint={view.t('letters.email.hint')}
          error={problems.get('email')}
          defaultValue={draft.email}
          autoComplete="email"
          inputMode="email"
          dir="ltr"
        />
      )}
      {local && (
        <Field
          name="locality"
          label={view.t('letters.locality.label')}
          hint={view.t('letters.locality.hint')}
          error={problems.get('locality')}
          defaultValue={draft.locality}
          autoComplete="postal-code"
          dir="auto"
        />
      )}
    </>
  );
}

function Sending({
  view,
  choice,
  draft,
  mailed,
  byHand,
  controller,
}: Part & { mailed: boolean; byHand: boolean; controller: string }) {
  return (
    <>
      {mailed && (
        <>
          <Choice name="copy" defaultChecked={draft.copy} label={view.t('letters.copy')} />
          <Choice name="news" defaultChecked={draft.news} label={consentText(view.lang, 'news', controller).words} />
          <Choice
            name="public-name"
            defaultChecked={draft.publicName}
            label={consentText(view.lang, 'public-name', controller).words}
          />
          <p className="note">{view.t('letters.next', { controller })}</p>
        </>
      )}
      {byHand && <p className="note">{view.t(mailed ? 'letters.byHand.some' : 'letters.byHand.all')}</p>}
      <p className="row">
        {mailed && (
          <button className="go" type="submit" name="step" value="send">
            {view.t('letters.send')}
          </button>
        )}
        <button
          className={mailed ? 'go o' : 'go'}
          type="submit"
          name="step"
          value="print"
          formAction={letterAddresses.print(view.lang, choice.campaign.slug)}
        >
          {view.t('letters.print')}
        </button>
      </p>
    </>
  );
}
