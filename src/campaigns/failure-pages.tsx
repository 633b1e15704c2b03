import type { FailurePage } from '../http/failure-page.ts';
import { GivenBack } from '../site/components/given-back.tsx';
import { quietPage } from '../site/page.tsx';
import { CampaignLine } from './campaign-line.tsx';
import { campaignsShown } from './campaigns.ts';
import { campaignOf } from './find-campaign.ts';
import { lastDayOf } from './last-day.ts';
import { OpenNow } from './open-now.tsx';
import { isClosed } from './shown-campaigns.ts';

/** A campaign takes no acts any more: its page leads to one that does, and gives back what was written for it. */
const closed: FailurePage = {
  error: 'CampaignClosedError',
  show: async (request, written) => {
    const { app, view, lang } = request;
    const [campaign, { open }] = [await campaignOf(request), await campaignsShown(app.database, lang)];
    return quietPage(
      view,
      view.t('campaigns.closed.title'),
      <>
        <CampaignLine view={view} campaign={campaign} />
        {isClosed(campaign) && <p className="lead">{view.t('campaigns.closed', { day: lastDayOf(view, campaign) })}</p>}
        <OpenNow view={view} open={open[0]} />
        <GivenBack view={view} texts={written} />
      </>,
      { status: 410 },
    );
  },
};

/** Of a campaign that was withdrawn nothing is shown any more, its name neither. */
const withdrawn: FailurePage = {
  error: 'CampaignWithdrawnError',
  show: async ({ app, view, lang }, written) => {
    const { open } = await campaignsShown(app.database, lang);
    return quietPage(
      view,
      view.t('campaigns.withdrawn.title'),
      <>
        <p className="lead">{view.t('campaigns.withdrawn')}</p>
        <OpenNow view={view} open={open[0]} />
        <GivenBack view={view} texts={written} />
      </>,
      { status: 410 },
    );
  },
};

export const failurePages: readonly FailurePage[] = [closed, withdrawn];
