import { NotFoundError } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import type { Campaign } from './campaign.ts';
import { campaignBySlug } from './campaigns.ts';

/** The campaign that a request's address names, open or closed. @throws NotFoundError also where it is still to come */
export async function campaignOf({
  app,
  params,
  lang,
}: Pick<SiteRequest, 'app' | 'params' | 'lang'>): Promise<Campaign> {
  const campaign = await campaignBySlug(app.database, params.slug ?? '', lang);
  if (!campaign) throw new NotFoundError();
  return campaign;
}
