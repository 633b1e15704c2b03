import type { Queries } from '../database/database.ts';
import { lockedStates } from '../publications/publications.ts';
import { deleteLooseFiles, lockFiles } from './file-queries.ts';
import { deletePictures, selectPicture } from './picture-queries.ts';
import { endUses } from './use-queries.ts';

/** A picture goes whatever uses it, with its words and files. @returns false where there is none */
export async function removePictureForSafety(trx: Queries, id: string): Promise<boolean> {
  // In the order in which everybody takes locks: a removal must not lose to whoever is just describing it.
  await lockFiles(trx);
  await lockedStates(trx, id);
  if (!(await selectPicture(trx, id, true))) return false;
  await endUses(trx, id);
  await deletePictures(trx, [id]);
  await deleteLooseFiles(trx);
  return true;
}
