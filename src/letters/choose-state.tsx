import { campaignAddresses } from '../campaigns/addresses.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { View } from '../http/view.ts';
import { ErrorSummary, type Problems } from '../site/components/form.tsx';
import { stateName } from '../states/state-names.ts';
import { StateSelect } from '../states/state-select.tsx';
import type { State } from '../states/states.ts';
import { mailtoLink } from '../text/mailbox.ts';
import { letterAddresses } from './addresses.ts';
import { Steps } from './steps.tsx';

interface Part {
  readonly view: View;
  readonly campaign: Campaign;
}

/** First: in which state. */
export function ChooseState({
  view,
  campaign,
  states,
  suggested,
  problems,
}: Part & { states: readonly State[]; suggested: State | undefined; problems: Problems }) {
  return (
    <div className="read">
      <Steps view={view} current={1} />
      <h1>{view.t('letters.state.title')}</h1>
      <ErrorSummary view={view} problems={problems} />
      <form method="get" action={letterAddresses.write(view.lang, campaign.slug)}>
        <StateSelect
          view={view}
          states={states}
          suggested={suggested}
          problems={problems}
          words={{
            label: view.t('letters.state.label'),
            hint: view.t('letters.state.hint'),
            none: view.t('letters.state.none'),
          }}
        />
        <button className="go" type="submit">
          {view.t('letters.state.go')}
        </button>
      </form>
    </div>
  );
}

/** Before anything is typed: who will see it, and what else one can do. */
export function Warning({ view, campaign, state, to }: Part & { state: State; to: readonly string[] }) {
  const name = stateName(view.lang, state);
  return (
    <div className="read">
      <h1>{view.t('letters.warn.title')}</h1>
      <p className="lead">{view.t('letters.warn.sees', { state: name })}</p>
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
      <p>
        <a href={letterAddresses.write(view.lang, campaign.slug)}>{view.t('letters.otherState')}</a>
      </p>
    </div>
  );
}

/** No letter to this government; nothing is asked. */
export function Closed({ view, campaign, state }: Part & { state: State }) {
  return (
    <div className="read">
      <h1>{view.t('letters.closed.title', { state: stateName(view.lang, state) })}</h1>
      <p className="lead">{view.t('letters.closed.text')}</p>
      <Otherwise view={view} campaign={campaign} />
      <p>
        {view.operator
          ? view.rich('letters.closed.secretariat', {
              name: view.operator.name,
              mail: <a href={mailtoLink(view.operator.email)}>{view.operator.email}</a>,
            })
          : view.t('letters.closed.demonstration')}
      </p>
      <p>
        <a href={letterAddresses.write(view.lang, campaign.slug)}>{view.t('letters.otherState')}</a>
      </p>
    </div>
  );
}

function Otherwise({ view, campaign }: Part) {
  return (
    <ul className="list">
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
