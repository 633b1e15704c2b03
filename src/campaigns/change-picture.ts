import { refuseUnlessMay } from '../accounts/may.ts';
import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { ControllerId } from '../controllers/controllers.ts';
import type { Database } from '../database/database.ts';
import { pictureUsedBy, usePicture } from '../media/uses.ts';
import { selectSettingRow } from './campaign-queries.ts';

export interface PictureChange {
  /** The id of the one that it had when the form was read; empty: none. */
  readonly was: string;
  readonly to: string;
  readonly by: ActorId;
}

/** `gone`: there is no such picture; `moved`: somebody gave it another meanwhile, or took it away. */
export type PictureChanged = 'done' | 'none' | 'gone' | 'moved';

/** Shows a campaign with another picture of the media room, or with none. */
export function changeCampaignPicture(
  database: Database,
  slug: string,
  change: PictureChange,
): Promise<PictureChanged> {
  const { was, to, by } = change;
  return database.transaction().execute(async (trx) => {
    const row = await selectSettingRow(trx, slug, true);
    if (!row) return 'none';
    const organisation = row.controllerId as ControllerId;
    await refuseUnlessMay(trx, by, [{ deed: 'campaigns.change', item: { organisation } }]);
    const now = (await pictureUsedBy(trx, row.id))?.id ?? '';
    if (now !== was) return 'moved';
    if (now === to) return 'done';
    if (!(await usePicture(trx, row.id, to || undefined))) return 'gone';
    await writeAudit(trx, {
      ...{ by, operation: 'campaigns.set-picture', item: ['campaign', slug] },
      ...{ before: { picture: now || null }, after: { picture: to || null } },
    });
    return 'done';
  });
}
