import { NotFoundError } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import type { Visible } from '../http/visible.ts';
import type { Campaign } from './campaign.ts';
import { CampaignWithdrawnError } from './campaign-withdrawn-error.ts';
import { campaignBySlug, unseenBySlug } from './campaigns.ts';

/**
 * The campaign that a request's address names, open or closed.
 * @throws NotFoundError also where it is still to come, or hidden: of such a one nothing is told
 * @throws CampaignWithdrawnError
 */
export async function campaignOf({
  app,
  params,
  lang,
}: Pick<SiteRequest, 'app' | 'params' | 'lang'>): Promise<Visible<Campaign>> {
  const slug = params.slug ?? '';
  const campaign = await campaignBySlug(app.database, slug, lang);
  if (campaign) return campaign;
  if ((await unseenBySlug(app.database, slug)) === 'withdrawn') throw new CampaignWithdrawnError(slug);
  throw new NotFoundError();
}
