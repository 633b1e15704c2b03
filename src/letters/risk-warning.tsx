import { campaignAddresses } from '../campaigns/addresses.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { contactOf } from '../controllers/who-answers.ts';
import type { View } from '../http/view.ts';
import { MailLink } from '../site/components/net-address.tsx';
import { stateInSentence } from '../states/state-in-sentence.ts';
import type { State } from '../states/states.ts';
import { letterAddresses } from './addresses.ts';

interface Part {
  readonly view: View;
  readonly campaign: Campaign;
}

/** Before anything is typed: who will see it, what it may cost, and what else one can do. */
export function Warning({ view, campaign, state, to }: Part & { state: State; to: readonly string[] }) {
  return (
    <>
      <p>
        <b>
          {state.risk_judged_on
            ? view.t('letters.warn.judged', { day: view.day(state.risk_judged_on) })
            : view.t('letters.warn.nobody')}
        </b>{' '}
        {state.risk_source && view.rich('letters.warn.source', { source: <bdi>{state.risk_source}</bdi> })}{' '}
        {view.t('letters.warn.sees', stateInSentence(view.lang, state))}
      </p>
      <p>{view.t('letters.warn.ask')}</p>
      <ul>
        <li>{view.t('letters.warn.ask.self')}</li>
        <li>{view.t('letters.warn.ask.family')}</li>
        <li>{view.t('letters.warn.ask.journey')}</li>
      </ul>
      <p>{view.t('letters.warn.danger')}</p>
      <Otherwise view={view} campaign={campaign} />
      <form method="get" action={letterAddresses.write(view.lang, campaign.slug)}>
        <input type="hidden" name="state" value={state.iso3} />
        <input type="hidden" name="aware" value="1" />
        {to.map((id) => (
          <input key={id} type="hidden" name="to" value={id} />
        ))}
        <button className="go" type="submit">
          {view.t('letters.warn.go')}
        </button>
      </form>
    </>
  );
}

/** The warning, on a page of its own. */
export function WarningPage(props: Part & { state: State; to: readonly string[] }) {
  const { view, campaign } = props;
  return (
    <div className="read">
      <h1>{view.t('letters.warn.title')}</h1>
      <Warning {...props} />
      <OtherState view={view} campaign={campaign} />
    </div>
  );
}

/** No letter to this government; nothing is asked. */
export function Closed({ view, campaign }: Part) {
  const contact = contactOf(campaign.controller, view.operator);
  return (
    <>
      <p>{view.t('letters.closed.text')}</p>
      <Otherwise view={view} campaign={campaign} />
      <p>
        {contact
          ? view.rich('letters.closed.write', {
              name: contact.name,
              mail: <MailLink to={contact.email} />,
            })
          : view.t('letters.closed.demonstration')}
      </p>
    </>
  );
}

/** The same, on a page of its own. */
export function ClosedPage({ view, campaign, state }: Part & { state: State }) {
  return (
    <div className="read">
      <h1>{view.t('letters.closed.title', stateInSentence(view.lang, state))}</h1>
      <Closed view={view} campaign={campaign} />
      <OtherState view={view} campaign={campaign} />
    </div>
  );
}

function OtherState({ view, campaign }: Part) {
  return (
    <p>
      <a href={letterAddresses.write(view.lang, campaign.slug)}>{view.t('letters.otherState')}</a>
    </p>
  );
}

function Otherwise({ view, campaign }: Part) {
  return (
    <ul>
      <li>
        <a href={campaignAddresses.share(view.lang, campaign.slug)}>{view.t('letters.otherwise.share')}</a>
      </li>
      <li>
        <a href={`${campaignAddresses.campaign(view.lang, campaign.slug)}#announcement`}>
          {view.t('letters.otherwise.print')}
        </a>
      </li>
    </ul>
  );
}
