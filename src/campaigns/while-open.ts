import type { Answer } from '../http/answer.ts';
import type { Handler, SiteRequest } from '../http/request.ts';
import type { OpenCampaign } from './campaign.ts';
import { CampaignClosedError } from './campaign-closed-error.ts';
import { campaignOf } from './find-campaign.ts';
import { isOpen } from './shown-campaigns.ts';

type HandlerOfOpen = (request: SiteRequest, campaign: OpenCampaign) => Promise<Answer>;

/**
 * A handler of what only an open campaign takes.
 * @throws CampaignClosedError, NotFoundError, CampaignWithdrawnError where its address names no open one
 */
export function whileOpen(handle: HandlerOfOpen): Handler {
  return async (request) => {
    const campaign = await campaignOf(request);
    if (!isOpen(campaign)) throw new CampaignClosedError(campaign.slug);
    return handle(request, campaign);
  };
}
