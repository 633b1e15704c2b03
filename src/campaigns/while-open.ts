import type { Answer } from '../http/answer.ts';
import type { ShownHandler, SiteRequest } from '../http/request.ts';
import type { Visible } from '../http/visible.ts';
import { fromVisible } from '../publications/visible-to.ts';
import type { OpenCampaign } from './campaign.ts';
import { CampaignClosedError } from './campaign-closed-error.ts';
import { campaignOf } from './find-campaign.ts';
import { isOpen } from './shown-campaigns.ts';

type HandlerOfOpen = (request: SiteRequest, campaign: Visible<OpenCampaign>) => Promise<Visible<Answer>>;

/**
 * A handler of what only an open campaign takes.
 * @throws CampaignClosedError, NotFoundError, CampaignWithdrawnError where its address names no open one
 */
export function whileOpen(handle: HandlerOfOpen): ShownHandler {
  return async (request) => handle(request, await openCampaignOf(request));
}

const openCampaignOf = fromVisible(
  (request: SiteRequest) => campaignOf(request),
  (campaign) => {
    if (!isOpen(campaign)) throw new CampaignClosedError(campaign.slug);
    return campaign as OpenCampaign;
  },
);
