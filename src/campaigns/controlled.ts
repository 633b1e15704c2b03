import { type ControllerId, type ControllerRow, controllersIn } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import { selectControllerIds, updateController } from './campaign-queries.ts';

/** Gives all campaigns of one controller to another; acts and consents stay whose they are. @returns whether there were any */
export function passCampaigns(queries: Queries, from: ControllerId, to: ControllerId): Promise<boolean> {
  return updateController(queries, from, to);
}

/** Those who have a campaign. */
export async function controllersOfCampaigns(queries: Queries): Promise<ControllerRow[]> {
  const [all, ids] = await Promise.all([controllersIn(queries), selectControllerIds(queries)]);
  return all.filter(({ id }) => ids.includes(id));
}
