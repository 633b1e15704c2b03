import type { Campaign } from '../campaigns/campaign.ts';
import type { View } from '../http/view.ts';
import { Field } from '../site/components/field.tsx';
import { ErrorSummary, noProblems, type Problems } from '../site/components/form.tsx';
import { displayName, inOrderOfNames, listedName, type Suggested } from '../states/state-names.ts';
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
  /** What names no state, or several; '' where nothing was typed. */
  readonly typed: string;
  /** The states that may be meant by it. */
  readonly perhaps: readonly State[];
  readonly problems: Problems;
}

/** First: to whose government. The state that the reader's browser names is one press away, with what is said before writing there. */
export function ChooseState(props: Props) {
  const { view, campaign, suggested, chosen, typed, perhaps, problems } = props;
  const named = chosen || typed ? undefined : suggested.named;
  return (
    <div className="read">
      <Steps view={view} current={1} />
      <h1>{view.t('letters.state.title')}</h1>
      <ErrorSummary view={view} problems={problems} />
      {named && <Named view={view} campaign={campaign} state={named} />}
      {perhaps.length > 0 && <Perhaps view={view} campaign={campaign} states={perhaps} />}
      {typed && <TypedState {...props} />}
      <ListedState {...props} id={typed ? 'listed' : 'state-form'} named={named} />
    </div>
  );
}

/** Those that what was typed may mean, each one press away, with what everybody calls it. */
function Perhaps({ view, campaign, states }: Pick<Props, 'view' | 'campaign' | 'states'>) {
  return (
    <section className="named">
      <h2>{view.t(states.length === 1 ? 'letters.state.perhaps.one' : 'letters.state.perhaps')}</h2>
      <ul className="perhaps">
        {inOrderOfNames(view.lang, states).map(({ state, name }) => {
          const everyday = displayName(view.lang, state);
          return (
            <li key={state.iso3}>
              <a href={letterAddresses.write(view.lang, campaign.slug, { state: state.iso3 })}>{name}</a>
              {everyday !== name && <small>{everyday}</small>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What was typed, to be typed otherwise. */
function TypedState({ view, campaign, typed, problems }: Props) {
  return (
    <form id="state-form" method="get" action={letterAddresses.write(view.lang, campaign.slug)}>
      <Field
        name="state"
        label={view.t('letters.state.label')}
        error={problems.get('state')}
        defaultValue={typed}
        autoComplete="country-name"
        maxLength={100}
        dir="auto"
      />
      <button className="go" type="submit">
        {view.t('letters.state.go')}
      </button>
    </form>
  );
}

function ListedState(props: Props & { id: string; named: State | undefined }) {
  const { view, campaign, states, suggested, chosen, typed, id, named } = props;
  return (
    <form id={id} method="get" action={letterAddresses.write(view.lang, campaign.slug)}>
      <StateSelect
        view={view}
        id={typed ? 'state-list' : undefined}
        states={states}
        suggested={suggested.states}
        chosen={chosen}
        problems={noProblems}
        words={{
          label: view.t(labels[typed ? 'typed' : named ? 'named' : 'alone']),
          hint: view.t('letters.state.hint'),
          none: view.t('letters.state.none'),
        }}
      />
      <button className={named || typed ? 'go o' : 'go'} type="submit">
        {view.t('letters.state.go')}
      </button>
    </form>
  );
}

/** What the list is called beside what stands above it. */
const labels = {
  typed: 'letters.state.list',
  named: 'letters.state.other',
  alone: 'letters.state.label',
} as const;

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
