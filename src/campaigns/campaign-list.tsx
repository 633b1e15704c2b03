import type { View } from '../http/view.ts';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';
import { lastDayOf } from './last-day.ts';
import { isClosed } from './shown-campaigns.ts';
import { WhoseCampaign } from './whose-campaign.tsx';

interface Props {
  readonly view: View;
  readonly title: string;
  readonly campaigns: readonly Campaign[];
}

/** Campaigns by name, each with what it is about; those that ended say when. */
export function CampaignList({ view, title, campaigns }: Props) {
  if (campaigns.length === 0) return null;
  return (
    <section className="sec">
      <h2>{title}</h2>
      <ul className="list">
        {campaigns.map((campaign) => (
          <li key={campaign.id}>
            <h3>
              <a href={campaignAddresses.campaign(view.lang, campaign.slug)}>{campaign.text.name}</a>
            </h3>
            <WhoseCampaign view={view} campaign={campaign} />
            <p>{campaign.text.tagline}</p>
            {isClosed(campaign) && (
              <p className="q s">{view.t('campaigns.closed.on', { day: lastDayOf(view, campaign) })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
