import type { Lang } from '../config/langs.ts';
import { type Controller, controllerIn, controllersIn } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import { momentOf } from '../http/moment.ts';
import { everybody } from '../publications/audience.ts';
import { visibleTo } from '../publications/visible-to.ts';
import type { CampaignState } from './campaign.ts';
import { type CampaignSettings, selectCampaigns, selectSettings } from './campaign-queries.ts';
import { campaignStateAt, inOrder } from './shown-campaigns.ts';

/** What an operator typed can't be done; the message says what can. */
export class WrongSettingError extends Error {
  override readonly name = 'WrongSettingError';
}

export type ListedCampaign = CampaignSettings & {
  readonly state: CampaignState;
  /** Whether the gate lets readers see it in some language. */
  readonly shown: boolean;
  readonly leading: boolean;
  readonly controller: Controller;
};

/**
 * Every campaign as its operator sees it: the open ones in their order, then those to come, then those that have closed. The first of the
 * open ones that readers see leads.
 */
export async function listCampaigns(database: Queries): Promise<ListedCampaign[]> {
  const [all, controllers, { texts, publications }, moment] = await Promise.all([
    selectSettings(database),
    controllersIn(database),
    selectCampaigns(database),
    momentOf(database),
  ]);
  const seen = visibleTo(everybody, moment).authored(texts, (text) => [
    publications.get(text.campaign_id),
    text.lang as Lang,
  ]);
  const isSeen = (id: string) => seen.some((text) => text.campaign_id === id);
  const campaigns = all.flatMap((one) =>
    controllers
      .filter(({ id }) => id === one.controllerId)
      .map((row) => ({
        ...one,
        state: campaignStateAt(one, moment.at),
        shown: isSeen(one.id),
        controller: controllerIn(row, 'en'),
      })),
  );
  const { open, closed } = inOrder(campaigns);
  const scheduled = campaigns.filter(({ state }) => state === 'scheduled');
  const leading = open.find(({ shown }) => shown);
  return [...open, ...scheduled, ...closed].map((one) => ({ ...one, leading: one === leading }));
}

/** Why a campaign that was named is not there. */
export async function noSuch(queries: Queries, slug: string): Promise<string> {
  const known = (await selectSettings(queries)).map((one) => one.slug);
  return `no campaign “${slug}”; there ${known.length > 0 ? `are: ${known.join(', ')}` : 'are none yet'}`;
}
