import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import { type ControllerId, type ControllerRow, controllersIn } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import { momentOf } from '../http/moment.ts';
import { putController, selectControllerIds, selectTimes, updateController } from './campaign-queries.ts';
import { noSuch, WrongSettingError } from './campaign-settings.ts';

/** Longer than any process that can't hear of it says whose a campaign was before. */
const NOT_WITHIN_MINUTES = 15;

/** Gives all campaigns of one controller to another; acts and consents stay whose they are. @returns whether there were any */
export function passCampaigns(queries: Queries, from: ControllerId, to: ControllerId): Promise<boolean> {
  return updateController(queries, from, to);
}

/**
 * Gives a campaign that has not opened to a controller. One that has opened stays whose it is: somebody may have its form before them, and
 * would agree to another than they read of.
 * @throws WrongSettingError naming the campaign; then nothing was changed
 */
export async function giveCampaign(trx: Queries, slug: string, to: ControllerRow, by: ActorId): Promise<void> {
  const campaign = await selectTimes(trx, slug);
  if (!campaign) throw new WrongSettingError(await noSuch(trx, slug));
  if (campaign.controllerId === to.id) throw new WrongSettingError(`${slug}: is theirs already`);
  const { at: now } = await momentOf(trx);
  if (campaign.opensAt.getTime() <= now.getTime() + NOT_WITHIN_MINUTES * 60_000)
    throw new WrongSettingError(
      `${slug}: has opened, or opens within ${NOT_WITHIN_MINUTES} minutes, and stays whose it is; ` +
        'another one is a member’s from its first moment by npm run import -- campaign DIR --controller NAME',
    );
  await putController(trx, campaign.id, to.id);
  await writeAudit(trx, {
    by,
    operation: 'campaigns.give',
    item: ['campaign', slug],
    before: { controller: campaign.controllerId },
    after: { controller: to.id },
  });
}

/** Those who have a campaign. */
export async function controllersOfCampaigns(queries: Queries): Promise<ControllerRow[]> {
  const [all, ids] = await Promise.all([controllersIn(queries), selectControllerIds(queries)]);
  return all.filter(({ id }) => ids.includes(id));
}
