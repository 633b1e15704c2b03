import type { ComponentChildren } from 'preact';
import type { View } from '../http/view.ts';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';
import { Opening } from './opening.tsx';
import { isOpen } from './shown-campaigns.ts';
import { WriteFrom } from './write-from.tsx';

/** The leading campaign and the one thing to do; of one that has closed, what it was. */
export function HomeOpening({ view, campaign, people }: { view: View; campaign: Campaign; people: ComponentChildren }) {
  const about = campaignAddresses.campaign(view.lang, campaign.slug);
  return (
    <Opening
      view={view}
      campaign={campaign}
      about={about}
      people={people}
      over={isOpen(campaign) ? undefined : view.t('campaigns.home.last')}
    >
      {isOpen(campaign) && <WriteFrom view={view} slug={campaign.slug} />}
      <p className="row">
        <a className="go o" href={campaignAddresses.takeAction(view.lang)}>
          {view.t('campaigns.act.all')}
        </a>
        <a href={about}>{view.t('campaigns.home.more')}</a>
      </p>
    </Opening>
  );
}
