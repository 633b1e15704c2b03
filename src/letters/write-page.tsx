import { Fragment } from 'preact';
import { direction, type Lang } from '../config/langs.ts';
import type { View } from '../http/view.ts';
import { locale } from '../locales/digits.ts';
import { languageName, list } from '../locales/format.ts';
import type { Representative } from '../representatives/find-representatives.ts';
import { mailedTo } from '../representatives/mailed-to.ts';
import { displayName, mailChannel } from '../representatives/naming.ts';
import { TextArea } from '../site/components/field.tsx';
import { Carried, ErrorSummary, OnlyHere } from '../site/components/form.tsx';
import type { SwitchedForm } from '../site/components/language-switch.tsx';
import { stateInSentence } from '../states/state-in-sentence.ts';
import { letterAddresses } from './addresses.ts';
import { type Place, placeholder } from './compose.ts';
import { Examples } from './example-addresses.tsx';
import { Arguments, OTHERWISE } from './letter-arguments.tsx';
import { noteAt } from './letter-linked.tsx';
import type { LetterPart } from './letter-part.ts';
import { LetterSender } from './letter-sender.tsx';
import { Steps } from './steps.tsx';
import { LONGEST_LETTER } from './write-fields.ts';
import type { Choice as LetterChoice, Looked } from './write-form.ts';

/** Its words go along into another language, and Enter in a field sends it, or prints what no mail reaches. */
export function letterFormOf(view: View, { campaign, addressees }: LetterChoice): SwitchedForm {
  const mailed = addressees.some((addressee) => mailChannel(addressee));
  const formAction = letterAddresses.print(view.lang, campaign.slug);
  return {
    id: 'letter',
    enter: mailed ? { name: 'step', value: 'send' } : { name: 'step', value: 'print', formAction },
  };
}

/** The letter: why it matters to its writer, the words themselves, and who writes. */
export function WriteLetter(props: LetterPart & { controller: string; seen: boolean; givenBack: boolean }) {
  const { view, choice, problems, linked, seen } = props;
  const also = linked && new Map([[linked, view.t('letters.linked.title')]]);
  return (
    <div className="read">
      <Steps view={view} current={2} />
      <h1>{view.t('letters.write.title')}</h1>
      <To view={view} choice={choice} />
      <Shared view={view} choice={choice} />
      {choice.addressees.some((addressee) => mailChannel(addressee)?.paused) && (
        <p className="note">{view.t('letters.preview.paused')}</p>
      )}
      <ErrorSummary view={view} problems={problems} also={also} />
      {linked && problems.size === 0 && <Linked view={view} field={linked} />}
      {props.givenBack && <OnlyHere view={view} />}
      <form id="letter" method="post" action={letterAddresses.write(view.lang, choice.campaign.slug)} noValidate>
        <Carried
          values={[
            ['state', choice.state.iso3],
            ['aware', '1'],
            ['ask', choice.ask.slug],
            ...(linked || seen ? [['seen', '1'] as const] : []),
            ...choice.addressees.map(({ id }) => ['to', id] as const),
          ]}
        />
        <Text {...props} />
        {!linked && (
          <div className="note" role="status" data-links hidden>
            <b>{view.t('letters.linked.title')}</b> {view.t('letters.linked.typing')}
          </div>
        )}
        <Arguments {...props} />
        <LetterSender {...props} />
      </form>
    </div>
  );
}

/** Whom it is for, what they see of its writer where nobody was warned of that, and the way to others; what is typed goes along. */
function To({ view, choice: { state, addressees } }: Pick<LetterPart, 'view' | 'choice'>) {
  const names = addressees.map((one) => displayName(view.lang, one));
  return (
    <>
      <p className="to">
        {view.t('letters.write.to', { names: list(view.lang, names) })}{' '}
        <button className="quiet" type="submit" form="letter" name="step" value="others">
          {view.t('letters.write.others')}
        </button>
      </p>
      <Examples view={view} addresses={addressees.flatMap(exampleAddress)} />
      {state.risk === 'open' && <p>{view.t('letters.warn.sees', stateInSentence(view.lang, state))}</p>}
    </>
  );
}

function exampleAddress(one: Representative): string[] {
  const channel = mailChannel(one);
  return channel?.example ? [channel.value] : [];
}

/** Says who of the addressees is reached at one mailbox: it gets one letter. */
function Shared({ view, choice }: Pick<LetterPart, 'view' | 'choice'>) {
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

/** Something in the words makes a person look at them first: said before anything is taken, with what the writer can do. */
function Linked({ view, field }: { view: View; field: Looked }) {
  return (
    // biome-ignore lint/a11y/noAutofocus: whoever sent the form is led to what it is about, also without JavaScript
    <div className="note" role="alert" tabIndex={-1} autoFocus>
      <p>
        <a href={`#${field}`}>
          <b>{view.t('letters.linked.title')}</b>
        </a>
      </p>
      <p>{view.t('letters.linked.text')}</p>
    </div>
  );
}

/** In which language the letter is, where that is not its writer’s. */
function InLanguage({ view, lang }: { view: View; lang: Lang }) {
  if (lang === view.lang) return null;
  const language = languageName(view.lang, lang);
  return view.rich('letters.why.in', { language, link: (words) => <a href={`#${OTHERWISE}`}>{words}</a> });
}

function Places({ lang, places }: { lang: Lang; places: readonly Place[] }) {
  return places.map((place) => (
    <Fragment key={place}>
      <bdi className="whole" lang={lang}>
        {placeholder(lang, place)}
      </bdi>{' '}
    </Fragment>
  ));
}

function Text(props: LetterPart) {
  const { view, choice, draft, problems } = props;
  const places = (['salutation', 'role', 'name', 'why'] as const).filter((place) =>
    draft.body.includes(placeholder(choice.lang, place)),
  );
  return (
    <>
      <TextArea
        name="why"
        label={view.t('letters.why.label')}
        hint={
          <>
            {view.t('letters.why.hint')} <InLanguage view={view} lang={choice.lang} />
          </>
        }
        error={problems.get('why')}
        note={noteAt('why', props)}
        defaultValue={draft.why}
        rows={3}
        dir="auto"
      />
      <TextArea
        name="subject"
        className="line"
        rows={2}
        label={view.t('letters.subject')}
        error={problems.get('subject')}
        note={noteAt('subject', props)}
        defaultValue={draft.subject}
        lang={choice.lang}
        dir={direction(choice.lang)}
      />
      <TextArea
        name="body"
        className="big"
        data-most={LONGEST_LETTER}
        data-numbers={locale(view.lang)}
        label={view.t('letters.body.label')}
        hint={
          places.length > 0
            ? view.rich('letters.body.hint', { places: <Places lang={choice.lang} places={places} /> })
            : view.t('letters.body.plainHint')
        }
        error={problems.get('body')}
        note={noteAt('body', props)}
        defaultValue={draft.body}
        rows={10}
        lang={choice.lang}
        dir={direction(choice.lang)}
      />
    </>
  );
}
