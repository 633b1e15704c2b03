import { campaignAddresses } from '../campaigns/addresses.ts';
import { consentText } from '../consents/consent-texts.ts';
import type { Controller } from '../controllers/controllers.ts';
import { contactOf, siteKeeper } from '../controllers/who-answers.ts';
import type { View } from '../http/view.ts';
import { Choice, EmailField, Field, Select } from '../site/components/field.tsx';
import { ActionForm, Carried, ErrorSummary, OnlyHere, type Problems } from '../site/components/form.tsx';
import { mayBeNamed } from '../states/risks.ts';
import { stateInSentence } from '../states/state-in-sentence.ts';
import { StateSelect } from '../states/state-select.tsx';
import type { State } from '../states/states.ts';
import { mailtoLink } from '../text/mailbox.ts';
import { pledgeAddresses } from './addresses.ts';
import type { TypedPledge } from './join-form.ts';
import { supporterKinds } from './supporter-kinds.ts';

interface Part {
  readonly view: View;
  readonly slug: string;
}

/** Nothing is acted upon yet, so this form gets the next page. */
export function ChooseCountry({
  view,
  slug,
  states,
  suggested,
  chosen,
  problems,
}: Part & {
  states: readonly State[];
  suggested: readonly State[];
  chosen: State | undefined;
  problems: Problems;
}) {
  return (
    <div className="read">
      <h1>{view.t('pledges.title')}</h1>
      <p className="lead">{view.t('pledges.lead')}</p>
      <ErrorSummary view={view} problems={problems} />
      <form id="country" method="get" action={pledgeAddresses.join(view.lang, slug)}>
        <StateSelect
          view={view}
          states={states}
          suggested={suggested}
          chosen={chosen}
          problems={problems}
          words={{
            label: view.t('pledges.country.label'),
            hint: view.t('pledges.country.hint'),
            none: view.t('pledges.country.choose'),
          }}
        />
        <p className="row">
          <button className="go" type="submit">
            {view.t('pledges.country.go')}
          </button>
        </p>
      </form>
    </div>
  );
}

/** Where a name on a list could harm somebody, none is asked. */
export function JoinClosed({ view, slug, state, controller }: Part & { state: State; controller: Controller }) {
  const contact = contactOf(controller, view.operator);
  return (
    <div className="read">
      <h1>{view.t('pledges.closed.title', stateInSentence(view.lang, state))}</h1>
      <p className="lead">{view.t('pledges.closed.text', { contact: contact ? 'yes' : 'no' })}</p>
      <p className="row">
        <a className="go" href={campaignAddresses.share(view.lang, slug)}>
          {view.t('pledges.closed.share')}
        </a>
        {contact && (
          <a className="go o" href={mailtoLink(contact.email)}>
            {view.t('pledges.closed.write', { name: contact.name })}
          </a>
        )}
      </p>
      {!contact && <p className="q">{view.t('letters.closed.demonstration')}</p>}
    </div>
  );
}

interface FormPart extends Part {
  readonly state: State;
  readonly typed: TypedPledge;
  readonly problems: Problems;
  readonly controller: Controller;
  /** It was sent, and comes back with what was typed. */
  readonly givenBack: boolean;
}

export function JoinForm(props: FormPart) {
  const { view, slug, problems, state, controller } = props;
  return (
    <div className="read">
      <h1>{view.t('pledges.title')}</h1>
      <WhoSees {...props} />
      <ErrorSummary view={view} problems={problems} />
      {props.givenBack && <OnlyHere view={view} />}
      <ActionForm id="join" action={pledgeAddresses.join(view.lang, slug)} button={view.t('pledges.button')}>
        <Carried values={[['state', state.iso3]]} />
        <Person {...props} />
        <Consents {...props} />
        <p>{view.t('pledges.next', { controller: controller.name })}</p>
      </ActionForm>
    </div>
  );
}

/** What joining may cost stands open; who keeps what is typed, under it. Where it costs nothing, who keeps it is all there is to say. */
function WhoSees({ view, state, controller }: FormPart) {
  const operator = siteKeeper(controller, view.operator);
  const who = { controller: controller.name, operator: operator ?? '' };
  if (state.risk === 'open')
    return <p className="note">{view.t(`pledges.sees.${operator ? 'member.open' : 'open'}`, who)}</p>;
  return (
    <div className="note">
      <p>{view.t('pledges.sees.warn', stateInSentence(view.lang, state))}</p>
      <details>
        <summary>{view.t('pledges.kept')}</summary>
        <p>{view.t(`pledges.kept.${operator ? 'member' : 'alone'}`, who)}</p>
      </details>
    </div>
  );
}

function Person({ view, typed, problems }: FormPart) {
  return (
    <>
      <Field
        name="name"
        label={view.t('pledges.name.label')}
        error={problems.get('name')}
        defaultValue={typed.name}
        autoComplete="name"
        dir="auto"
      />
      <EmailField
        name="email"
        label={view.t('pledges.email.label')}
        hint={view.t('pledges.email.hint')}
        error={problems.get('email')}
        defaultValue={typed.email}
      />
      <Select
        name="kind"
        label={view.t('pledges.kind.label')}
        error={problems.get('kind')}
        defaultValue={typed.kind || 'public'}
      >
        {supporterKinds.map((kind) => (
          <option key={kind} value={kind}>
            {view.t(`pledges.kind.${kind}`)}
          </option>
        ))}
      </Select>
      <Field
        name="organisation"
        label={view.t('pledges.organisation.label')}
        hint={view.t('pledges.organisation.hint')}
        error={problems.get('organisation')}
        defaultValue={typed.organisation}
        autoComplete="organization"
        dir="auto"
      />
    </>
  );
}

function Consents({ view, typed, state, controller }: FormPart) {
  return (
    <>
      <Choice name="news" defaultChecked={typed.news} label={consentText(view.lang, 'news', controller.name).words} />
      {mayBeNamed(state) && (
        <>
          <Choice
            name="public-name"
            defaultChecked={typed.publicName}
            label={consentText(view.lang, 'public-name', controller.name).words}
          />
          <p className="hint">{view.t('pledges.names.shown')}</p>
        </>
      )}
    </>
  );
}
