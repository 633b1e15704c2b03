import { refuseUnlessMay } from '../accounts/may.ts';
import { forgetUnsentAbout } from '../accounts/unsent-forms.ts';
import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import type { Item, PublicationKind } from './publication-kind.ts';
import { removePublications } from './publications.ts';
import { insertSafetyRemoval, type RemovalReason } from './safety-removal-queries.ts';

export {
  type RemovalReason,
  removalReasons,
  type SafetyRemoval,
  selectSafetyRemoval as safetyRemovalOf,
  selectSafetyRemovals as safetyRemovals,
} from './safety-removal-queries.ts';

/** Things of its kind can't be removed so yet: they are withdrawn, or hidden. */
export class NotRemovedForSafetyError extends Error {
  override readonly name = 'NotRemovedForSafetyError';
  constructor(kind: string) {
    super(`KIND: a ${kind} can’t be removed for safety yet; hide it`);
  }
}

/**
 * Takes a thing away at once and for good, for somebody's safety: from pages, from what processes keep, from whatever uses it, with every
 * word of it. The audit and the list of removals know its id and the kind of reason, and nothing else of it.
 * @returns none: it is gone already
 * @throws NotAllowedError, NotRemovedForSafetyError
 */
export function removeForSafety(
  database: Database,
  kinds: readonly PublicationKind[],
  { id, kind }: Pick<Item, 'id' | 'kind'>,
  reason: RemovalReason,
  by: ActorId,
): Promise<'done' | 'none'> {
  const { removedForSafety, tags = [] } = kinds.find((one) => one.kind === kind) ?? {};
  if (!removedForSafety) throw new NotRemovedForSafetyError(kind);
  return database.transaction().execute(async (trx) => {
    await refuseUnlessMay(trx, by, [{ deed: 'publications.remove-for-safety' }]);
    if (!(await removedForSafety(trx, id))) return 'none';
    await removePublications(trx, [id]);
    await forgetUnsentAbout(trx, id);
    await insertSafetyRemoval(trx, { id, kind, reason });
    await writeAudit(trx, {
      ...{ by, operation: 'publications.remove-for-safety', item: [kind, id] },
      after: { reason },
    });
    await dropPages(trx, tags, 'remove');
    return 'done';
  });
}
