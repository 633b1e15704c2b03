import { consentText } from '../consents/consent-texts.ts';
import { mailChannel } from '../representatives/naming.ts';
import { Choice, EmailField, Field } from '../site/components/field.tsx';
import { mayBeNamed } from '../states/risks.ts';
import { letterAddresses } from './addresses.ts';
import { noteAt } from './letter-linked.tsx';
import type { LetterPart } from './letter-part.ts';

/** Who writes, what they agree to beside, and the two ways on: by mail, or on paper. */
export function LetterSender(props: LetterPart & { controller: string }) {
  const { view, choice, controller } = props;
  const mailed = choice.addressees.some((addressee) => mailChannel(addressee));
  const byHand = choice.addressees.some((addressee) => !mailChannel(addressee));
  return (
    <>
      <Writer {...props} mailed={mailed} />
      {mailed && <Ticks {...props} />}
      {mailed && <p className="note">{view.t('letters.next', { controller })}</p>}
      {byHand && <p className="note">{view.t(mailed ? 'letters.byHand.some' : 'letters.byHand.all')}</p>}
      <p className="row">
        {mailed && (
          <button className="go" type="submit" name="step" value="send">
            {view.t('letters.send')}
          </button>
        )}
        <button
          className={mailed ? 'quiet' : 'go'}
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

function Writer(props: LetterPart & { mailed: boolean }) {
  const { view, choice, draft, problems, mailed } = props;
  const local = choice.addressees.some(({ area, office }) => area !== null && office === null);
  return (
    <>
      <Field
        name="name"
        label={view.t('letters.name.label')}
        error={problems.get('name')}
        note={noteAt('name', props)}
        defaultValue={draft.name}
        autoComplete="name"
        dir="auto"
      />
      {mailed && (
        <EmailField
          name="email"
          label={view.t('letters.email.label')}
          hint={view.t('letters.email.hint')}
          error={problems.get('email')}
          defaultValue={draft.email}
        />
      )}
      {local && (
        <Field
          name="locality"
          label={view.t('letters.locality.label')}
          hint={view.t('letters.locality.hint')}
          error={problems.get('locality')}
          note={noteAt('locality', props)}
          defaultValue={draft.locality}
          autoComplete="postal-code"
          dir="auto"
        />
      )}
    </>
  );
}

function Ticks({ view, draft, choice, controller }: LetterPart & { controller: string }) {
  return (
    <>
      <Choice name="news" defaultChecked={draft.news} label={consentText(view.lang, 'news', controller).words} />
      <details open={draft.copy || draft.publicName}>
        <summary>{view.t('letters.more')}</summary>
        <Choice name="copy" defaultChecked={draft.copy} label={view.t('letters.copy')} />
        {mayBeNamed(choice.state) && (
          <Choice
            name="public-name"
            defaultChecked={draft.publicName}
            label={consentText(view.lang, 'public-name', controller).words}
          />
        )}
      </details>
    </>
  );
}
