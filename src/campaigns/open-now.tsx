import type { View } from '../http/view.ts';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';

/** The way to the campaign that is open instead; home where there is none. */
export function OpenNow({ view, open }: { view: View; open: Campaign | undefined }) {
  return (
    <p className="row">
      {open ? (
        <a className="go" href={campaignAddresses.campaign(view.lang, open.slug)}>
          {view.t('campaigns.closed.open', { campaign: open.text.name })}
        </a>
      ) : (
        <a className="go" href={campaignAddresses.home(view.lang)}>
          {view.t('campaigns.closed.home')}
        </a>
      )}
    </p>
  );
}
