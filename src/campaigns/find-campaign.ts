import { NothingHere, type Visit } from '../http/request.ts';
import { type Campaign, campaignBySlug } from './campaigns.ts';

/** The campaign that a visit's address names. @throws NothingHere */
export async function campaignOf({ app, params, lang }: Pick<Visit, 'app' | 'params' | 'lang'>): Promise<Campaign> {
  const campaign = await campaignBySlug(app.database, params.slug ?? '', lang);
  if (!campaign) throw new NothingHere();
  return campaign;
}
