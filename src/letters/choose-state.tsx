import type { Campaign } from '../campaigns/campaign.ts';
import type { View } from '../http/view.ts';
import { ErrorSummary, type Problems } from '../site/components/form.tsx';
import { listedName, type Suggested } from '../states/state-names.ts';
import { StateSelect } from '../states/state-select.tsx';
import type { State } from '../states/states.ts';
import { letterAddresses } from './addresses.ts';
import { Closed, Warning } from './risk-warning.tsx';
import { Steps } from './steps.tsx';

interface Props {
  readonly view: View;
  readonly campaign: Campaign;
  readonly states: readonly State[];
  readonly suggested: Suggested<State>;
  readonly chosen: State | undefined;
  readonly problems: Problems;
}

/** First: to whose government. The state that the reader's browser names is one press away, with what is said before writing there. */
export function ChooseState(props: Props) {
  const { view, campaign, states, suggested, chosen, problems } = props;
  const named = chosen || problems.size > 0 ? undefined : suggested.named;
  return (
    <div className="read">
      <Steps view={view} current={1} />
      <h1>{view.t('letters.state.title')}</h1>
      <ErrorSummary view={view} problems={problems} />
      {named && <Named view={view} campaign={campaign} state={named} />}
      <form id="state-form" method="get" action={letterAddresses.write(view.lang, campaign.slug)}>
        <StateSelect
          view={view}
          states={states}
          suggested={suggested.states}
          chosen={chosen}
          problems={problems}
          words={{
            label: view.t(named ? 'letters.state.other' : 'letters.state.label'),
            hint: view.t('letters.state.hint'),
            none: view.t('letters.state.none'),
          }}
        />
        <button className={named ? 'go o' : 'go'} type="submit">
          {view.t('letters.state.go')}
        </button>
      </form>
    </div>
  );
}

function Named({ view, campaign, state }: Pick<Props, 'view' | 'campaign'> & { state: State }) {
  return (
    <section className="named">
      <h2>{listedName(view.lang, state)}</h2>
      {state.risk === 'closed' && <Closed view={view} campaign={campaign} />}
      {state.risk === 'warn' && <Warning view={view} campaign={campaign} state={state} to={[]} />}
      {state.risk === 'open' && (
        <p className="row">
          <a className="go" href={letterAddresses.write(view.lang, campaign.slug, { state: state.iso3 })}>
            {view.t('letters.state.write')}
          </a>
        </p>
      )}
    </section>
  );
}
