import type { Answer } from '../http/answer.ts';
import { type Form, proseIn } from '../http/fields.ts';
import type { Handler, SiteRequest } from '../http/request.ts';
import type { OpenCampaign } from './campaign.ts';
import { CampaignClosedError } from './campaign-closed-error.ts';
import { campaignsShown } from './campaigns.ts';
import { closedPage } from './closed-page.tsx';
import { campaignOf } from './find-campaign.ts';
import { isOpen } from './shown-campaigns.ts';

type HandlerOfOpen = (request: SiteRequest, campaign: OpenCampaign) => Promise<Answer>;

/**
 * A handler of what only an open campaign takes. A closed one answers with a page that leads to one that is open, and gives back what was
 * written.
 * @param form the one that it takes, where it takes one
 * @throws NotFoundError where there is no such campaign, or it is still to come
 */
export function whileOpen(handle: HandlerOfOpen, form?: Form): Handler {
  return async (request) => {
    const campaign = await campaignOf(request);
    if (!isOpen(campaign)) return closed(request, form);
    try {
      return await handle(request, campaign);
    } catch (error) {
      if (error instanceof CampaignClosedError) return closed(request, form);
      throw error;
    }
  };
}

async function closed(request: SiteRequest, form: Form | undefined): Promise<Answer> {
  const { open } = await campaignsShown(request.app.database, request.lang);
  const written = proseIn(request.form, form?.fields ?? {});
  return closedPage(request.view, { campaign: await campaignOf(request), open: open[0], written });
}
