import type { Failure } from '../http/failure.ts';
import type { SiteRequest } from '../http/request.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
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
  show: fromVisible(
    async (request: SiteRequest, _written: readonly string[]) =>
      together({
        campaign: await campaignOf(request),
        shown: await campaignsShown(request.app.database, request.lang),
      }),
    ({ campaign, shown: { open } }, { view }, written) =>
      quietPage(
        view,
        view.t('campaigns.closed.title'),
        <>
          {isClosed(campaign) && (
            <p className="lead">{view.t('campaigns.closed', { day: lastDayOf(view, campaign) })}</p>
          )}
          <OpenNow view={view} open={open[0]} />
          <TextToCopy view={view} texts={written} />
        </>,
        { controller: campaign.controller, over: <CampaignLine view={view} campaign={campaign} /> },
      ),
  ),
};

/** Of a campaign that was withdrawn nothing is shown any more, its name neither. */
const withdrawn: Failure = {
  error: 'CampaignWithdrawnError',
  means: 'ended',
  show: fromVisible(
    ({ app, lang }: SiteRequest, _written: readonly string[]) => campaignsShown(app.database, lang),
    ({ open }, { view }, written) =>
      quietPage(
        view,
        view.t('campaigns.withdrawn.title'),
        <>
          <p className="lead">{view.t('campaigns.withdrawn')}</p>
          <OpenNow view={view} open={open[0]} />
          <TextToCopy view={view} texts={written} />
        </>,
      ),
  ),
};

export const failurePages: readonly Failure[] = [closed, withdrawn];
