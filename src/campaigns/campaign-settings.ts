import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Lang } from '../config/langs.ts';
import { type Controller, controllerIn, controllersIn } from '../controllers/controllers.ts';
import type { Database, Queries } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { momentOf } from '../http/moment.ts';
import { everybody } from '../publications/audience.ts';
import { visibleTo } from '../publications/visible-to.ts';
import type { CampaignState } from './campaign.ts';
import { type CampaignSettings, selectCampaigns, selectSettings, updateSettings } from './campaign-queries.ts';
import { PlainForMonths, Position } from './campaign-text.ts';
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

/**
 * Sets how old what is known may be for one campaign's asks to be made plainly; pages, feeds and letters that begin afterwards follow it.
 * @param typed months, in digits
 * @throws WrongSettingError naming the number or the campaign
 */
export async function setPlainLimit(database: Database, slug: string, typed: string, by: ActorId): Promise<void> {
  const { data: plainForMonths, success } = PlainForMonths.safeParse(numberIn(typed));
  if (!success) throw new WrongSettingError(`MONTHS: a whole number from 0 to 600, not “${typed}”`);
  return change(database, slug, { plain_for_months: plainForMonths }, by);
}

/**
 * Gives a campaign a place among open ones.
 * @param typed in digits, 1 leads; `none`: behind those that have one
 * @throws WrongSettingError naming the number or the campaign
 */
export async function setPosition(database: Database, slug: string, typed: string, by: ActorId): Promise<void> {
  const { data: position, success } = Position.nullable().safeParse(typed === 'none' ? null : numberIn(typed));
  if (!success) throw new WrongSettingError(`PLACE: a whole number from 1 to 1000, or none, not “${typed}”`);
  return change(database, slug, { position }, by);
}

function numberIn(typed: string): number | undefined {
  return /^\d{1,4}$/.test(typed) ? Number(typed) : undefined;
}

type Setting = Parameters<typeof updateSettings>[2];

async function change(database: Database, slug: string, to: Setting, by: ActorId): Promise<void> {
  await database.transaction().execute(async (trx) => {
    const before = (await selectSettings(trx)).find((one) => one.slug === slug);
    if (!before || !(await updateSettings(trx, slug, to))) throw new WrongSettingError(await noSuch(trx, slug));
    await writeAudit(trx, {
      by,
      operation: 'campaigns.set',
      item: ['campaign', slug],
      before: { position: before.position, plain_for_months: before.plainForMonths },
      after: to,
    });
    await dropPages(trx, ['campaigns'], 'refresh');
  });
}

/** Why a campaign that was named is not there. */
export async function noSuch(queries: Queries, slug: string): Promise<string> {
  const known = (await selectSettings(queries)).map((one) => one.slug);
  return `no campaign “${slug}”; there ${known.length > 0 ? `are: ${known.join(', ')}` : 'are none yet'}`;
}
