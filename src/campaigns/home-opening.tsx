import type { ReactNode } from 'react';
import type { View } from '../http/view.ts';
import { letterAddresses } from '../letters/addresses.ts';
import { Rings } from '../site/components/rings.tsx';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';
import { lastDayOf } from './last-day.ts';
import { isClosed, isOpen } from './shown-campaigns.ts';

interface Props {
  readonly view: View;
  readonly campaign: Campaign;
}

/** The leading campaign and the one thing to do; of one that has closed, what it was. */
export function Opening({ view, campaign }: Props) {
  const about = campaignAddresses.campaign(view.lang, campaign.slug);
  return (
    <Frame>
      <p className="over">{view.t(isOpen(campaign) ? 'campaigns.home.over' : 'campaigns.home.last')}</p>
      <h1>
        <a className="plain" href={about}>
          {campaign.text.name}
        </a>
      </h1>
      <p className="lead read">{campaign.text.tagline}</p>
      <p className="read">{campaign.text.call}</p>
      {isClosed(campaign) && <p className="note">{view.t('campaigns.closed', { day: lastDayOf(view, campaign) })}</p>}
      <p className="row">
        {isOpen(campaign) && (
          <a className="go" href={letterAddresses.write(view.lang, campaign.slug)}>
            {view.t('campaigns.write')}
          </a>
        )}
        <a className="go o" href={about}>
          {view.t('campaigns.home.more')}
        </a>
      </p>
    </Frame>
  );
}

/** Before there is any campaign to read of. */
export function CalmOpening({ view }: { view: View }) {
  return (
    <Frame>
      <h1>{view.t('site.name')}</h1>
      <p className="lead read">{view.t('campaigns.home.none')}</p>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <section className="open">
      <Rings />
      <div>{children}</div>
    </section>
  );
}
