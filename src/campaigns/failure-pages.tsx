import type { Failure } from '../http/failure.ts';
import { TextToCopy } from '../site/components/text-to-copy.tsx';
import { quietPage } from '../site/page.tsx';
import { CampaignLine } from './campaign-line.tsx';
import { campaignsShown } from './campaigns.ts';
import { campaignOf } from './find-campaign.ts';
import { lastDayOf } from './last-day.ts';
import { OpenNow } from './open-now.tsx';
import { isClosed } from './shown-campaigns.ts';

/** A campaign takes no acts any more: its page leads to one that does, and gives back what was written for it. */
const closed: Failure = {
  error: 'CampaignClosedError',
  means: 'ended',
  show: async (request, written) => {
    const { app, view, lang } = request;
    const [campaign, { open }] = [await campaignOf(request), await campaignsShown(app.database, lang)];
    return quietPage(
      view,
      view.t('campaigns.closed.title'),
      <>
        {isClosed(campaign) && <p className="lead">{view.t('campaigns.closed', { day: lastDayOf(view, campaign) })}</p>}
        <OpenNow view={view} open={open[0]} />
        <TextToCopy view={view} texts={written} />
      </>,
      { controller: campaign.controller, over: <CampaignLine view={view} campaign={campaign} /> },
    );
  },
};

/** Of a campaign that was withdrawn nothing is shown any more, its name neither. */
const withdrawn: Failure = {
  error: 'CampaignWithdrawnError',
  means: 'ended',
  show: async ({ app, view, lang }, written) => {
    const { open } = await campaignsShown(app.database, lang);
    return quietPage(
      view,
      view.t('campaigns.withdrawn.title'),
      <>
        <p className="lead">{view.t('campaigns.withdrawn')}</p>
        <OpenNow view={view} open={open[0]} />
        <TextToCopy view={view} texts={written} />
      </>,
    );
  },
};

export const failurePages: readonly Failure[] = [closed, withdrawn];
