import { type ComponentChildren, Fragment } from 'preact';
import type { Action } from '../actions/action.ts';
import { type Detail, DetailList } from '../actions/action-details.tsx';
import { ERASED_DAYS } from '../actions/retention.ts';
import { campaignAddresses } from '../campaigns/addresses.ts';
import type { Controller } from '../controllers/controllers.ts';
import type { View } from '../http/view.ts';
import { UNREADABLE } from '../sealing/read-sealed.ts';
import { Choice } from '../site/components/field.tsx';
import { ActionForm, ErrorSummary, type Problems } from '../site/components/form.tsx';
import { NetAddress } from '../site/components/net-address.tsx';
import { supporterAddresses } from './addresses.ts';
import { answersFor, type PersonalDataCopy } from './export-data.ts';

interface Part {
  readonly view: View;
  readonly copy: PersonalDataCopy;
  /** Where the forms of this page are sent. */
  readonly action: string;
}

interface ShownAction {
  readonly action: Action;
  readonly title: string;
  readonly details: readonly Detail[];
  readonly became: ComponentChildren;
  /** Where it can still be confirmed: whoever floods a mailbox with actions can't keep its owner from their own. */
  readonly confirm: string | undefined;
}

interface Whole extends Part {
  readonly actions: readonly ShownAction[];
  /** What other rooms show of theirs. */
  readonly more: readonly ComponentChildren[];
  readonly problems: Problems;
  /** Whether its reader has ticked that everything is to go. */
  readonly sure: boolean;
}

export function MyData(props: Whole) {
  const { view, actions, more, action, problems, sure } = props;
  return (
    <div className="read">
      <h1>{view.t('supporters.data.title')}</h1>
      <ErrorSummary view={view} problems={problems} />
      <p className="lead">{view.t('supporters.data.held')}</p>
      <Address {...props} />
      <h2>{view.t('supporters.data.acts')}</h2>
      {actions.map((shown) => (
        <OneAction key={shown.action.id} view={view} {...shown} />
      ))}
      {more.map((part, at) => (
        <Fragment key={at}>{part}</Fragment>
      ))}
      <Consents {...props} />
      <h2>{view.t('supporters.data.download')}</h2>
      <p>{view.t('supporters.data.download.text')}</p>
      <ActionForm action={action} button={view.t('supporters.data.download.button')}>
        <input type="hidden" name="download" value="1" />
      </ActionForm>
      <h2>{view.t('supporters.data.erase')}</h2>
      <p>{view.t('supporters.data.erase.text', { days: ERASED_DAYS })}</p>
      <ActionForm id="erase" action={action} button={view.t('supporters.data.erase.button')} destroys>
        <input type="hidden" name="erase" value="1" />
        <Choice
          name="sure"
          label={view.t('supporters.data.erase.sure')}
          defaultChecked={sure}
          error={problems.get('sure-yes')}
        />
      </ActionForm>
    </div>
  );
}

function Address({ view, copy: { address } }: Part) {
  if (!address) return null;
  const value = address === UNREADABLE ? view.t('actions.unreadable') : <NetAddress>{address}</NetAddress>;
  return <DetailList details={[{ term: view.t('actions.fact.address'), value }]} />;
}

function OneAction({ view, action, title, details, became, confirm }: { view: View } & ShownAction) {
  const state = { term: view.t('actions.fact.state'), value: actionStatus(view, action) };
  const when = { term: view.t('actions.fact.when'), value: view.moment(action.createdAt) };
  return (
    <section>
      <h3>{title}</h3>
      <DetailList details={[...details, when, state]} />
      {became}
      {confirm && (
        <p>
          <a href={confirm}>{view.t('supporters.data.confirm')}</a>
        </p>
      )}
    </section>
  );
}

function actionStatus(view: View, action: Action): string {
  return view.t(`supporters.data.state.${action.state}`, { day: view.dayOf(action.expiresAt) });
}

function Consents({ view, copy, action }: Part) {
  if (copy.consents.length === 0) return null;
  return (
    <>
      <h2>{view.t('supporters.data.consents')}</h2>
      {copy.consents.map((consent) => (
        <section key={consent.id}>
          <p lang={consent.lang} dir="auto">
            {consent.words}
          </p>
          <p className="q s">
            {view.t('supporters.data.consent.given', {
              controller: consent.controller,
              moment: view.moment(consent.given_at),
            })}
          </p>
          <CalledNow view={view} before={consent.controller} now={answersFor(copy, consent.controller_id, view.lang)} />
          {consent.withdrawn_at ? (
            <p>{view.t('supporters.data.consent.withdrawn', { moment: view.moment(consent.withdrawn_at) })}</p>
          ) : (
            <form method="post" action={action}>
              <input type="hidden" name="withdraw" value={consent.id} />
              <button type="submit" className="go o">
                {view.t('supporters.data.consent.withdraw')}
              </button>
            </form>
          )}
        </section>
      ))}
    </>
  );
}

/** Who answers for a consent whose words name them otherwise. */
function CalledNow({ view, before, now }: { view: View; before: string; now: Controller | undefined }) {
  if (!now || now.kind === 'demonstration' || now.name === before) return null;
  return <p className="q s">{view.t('supporters.data.consent.renamed', { before, now: now.name })}</p>;
}

const plainMessages = [
  'actions.link.unknown',
  'supporters.data.old',
  'supporters.data.nothing',
  'supporters.data.erased',
  'supporters.data.erased.leaving',
] as const;

/** A page that says one thing, and leads on. */
export function Plain({ view, what }: { view: View; what: (typeof plainMessages)[number] }) {
  const again = what === 'supporters.data.old' || what === 'actions.link.unknown';
  return (
    <div className="read">
      <h1>{view.t(`${what}.title`)}</h1>
      <p className="lead">{view.t(`${what}.text`, { days: ERASED_DAYS })}</p>
      <p className="row">
        <a className="go" href={again ? supporterAddresses.myData(view.lang) : campaignAddresses.home(view.lang)}>
          {view.t(again ? 'supporters.data.again' : 'actions.link.toHome')}
        </a>
      </p>
    </div>
  );
}
