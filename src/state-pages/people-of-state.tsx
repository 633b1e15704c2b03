import { campaignAddresses } from '../campaigns/addresses.ts';
import { FEWEST_SHOWN } from '../campaigns/fewest-shown.ts';
import { pledgeAddresses } from '../pledges/addresses.ts';
import type { RecordView } from '../record/record-view.ts';
import { stateInSentence } from '../states/state-in-sentence.ts';
import type { StateRecord } from '../states/treaty-record.ts';
import type { CampaignsOfState } from './campaigns-of-state.tsx';

interface Props {
  readonly record: RecordView;
  readonly state: StateRecord;
  readonly campaigns: CampaignsOfState;
}

/** What the people of a state did in each open campaign that asks something of it; where they are few, how to be one of them. */
export function PeopleOfState({ record: { view }, state, campaigns: { asking } }: Props) {
  if (asking.length === 0) return null;
  const named = stateInSentence(view.lang, state);
  return (
    <section className="sec">
      <h2>{view.t('states.people', named)}</h2>
      {asking.map(({ campaign, done }) => (
        <p key={campaign.id}>
          {view.rich(done ? 'states.people.counted' : 'states.people.few', {
            ...named,
            ...(done ?? { fewest: FEWEST_SHOWN }),
            name: campaign.text.name,
            campaign: (words) => <a href={campaignAddresses.campaign(view.lang, campaign.slug)}>{words}</a>,
          })}{' '}
          {view.t('campaigns.count.next')}{' '}
          <a href={pledgeAddresses.join(view.lang, campaign.slug, { state: state.iso3 })}>{view.t('campaigns.join')}</a>
        </p>
      ))}
    </section>
  );
}
