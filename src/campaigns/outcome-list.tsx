import type { View } from '../http/view.ts';
import { Rows } from '../site/components/rows.tsx';
import { stateAddresses } from '../states/addresses.ts';
import { listedName } from '../states/state-names.ts';
import type { State } from '../states/states.ts';
import type { Campaign } from './campaign.ts';
import { metBy } from './met-by.ts';
import type { Outcome } from './outcomes.ts';

interface Props {
  readonly view: View;
  readonly campaign: Campaign;
  readonly outcomes: readonly Outcome[];
  readonly states: readonly State[];
}

/** What states did after people had asked for it: the loop closed. Nothing is shown before there is something. */
export function Outcomes({ view, campaign, outcomes, states }: Props) {
  if (outcomes.length === 0) return null;
  const asks = new Map(campaign.asks.map((ask) => [ask.id, ask.text.title]));
  const named = new Map(states.map((state) => [state.iso3, listedName(view.lang, state)]));
  return (
    <section className="sec">
      <h2>{view.t('campaigns.outcomes')}</h2>
      <ul className="list">
        {outcomes.map(({ ask_id, state, act, happened_on, people }) => (
          <li key={`${ask_id} ${act}`}>
            <a href={`${stateAddresses.state(view.lang, state)}#${act}`}>{named.get(state)}</a>
            {view.t('site.colon')}
            <Rows of={[<b key="ask">{asks.get(ask_id)}</b>, ...metBy(view, happened_on, people)]} />
          </li>
        ))}
      </ul>
    </section>
  );
}
