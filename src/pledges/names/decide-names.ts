import type { ActorId } from '../../actors/actors.ts';
import { writeAudit } from '../../audit/audit.ts';
import type { Queries } from '../../database/database.ts';
import type { App } from '../../http/app.ts';
import { dropPages } from '../../http/invalidation.ts';
import type { Opening } from '../../sealing/read-sealed.ts';
import { type NameDecision, nameDecisions, type RefusalReason } from './name-decisions.ts';
import { lockNames, type NameRow, setNameState } from './name-queries.ts';
import { shownName } from './shown-name.ts';

type Deciding = Pick<App, 'database'> & Opening;

/** By which pages with names are dropped. */
export const NAMES = 'names';

/**
 * Has readers shown the names that wait, all in one transaction and each at most once; audited without the name.
 * @returns of which: not of those that somebody else decided, that were taken back, or that can't be shown to anybody
 */
export function showNames(app: Deciding, ids: readonly string[], by: ActorId): Promise<readonly string[]> {
  return app.database.transaction().execute(async (trx) => {
    const waiting = await lockNames(trx, ids, ['offered']);
    const names = waiting.filter((row) => shownName(app, row) !== undefined);
    await settle(trx, names, by, { operation: 'pledges.show-name', state: 'shown' });
    return idsOf(names);
  });
}

/** Has them shown to nobody, for a kind of reason that the audit keeps. @returns of which */
export function refuseNames(
  { database }: Pick<App, 'database'>,
  ids: readonly string[],
  because: RefusalReason,
  by: ActorId,
): Promise<readonly string[]> {
  return database.transaction().execute(async (trx) => {
    const names = await lockNames(trx, ids, ['offered']);
    await settle(trx, names, by, { operation: 'pledges.refuse-name', state: 'refused', because });
    return idsOf(names);
  });
}

/**
 * Takes decisions back: the names wait for a look again, and what was shown is taken off pages at once.
 * @param was what was decided; one of whom somebody decided otherwise since stays
 * @returns of which
 */
export function undoNames(
  { database }: Pick<App, 'database'>,
  ids: readonly string[],
  by: ActorId,
  was: readonly NameDecision[] = nameDecisions,
): Promise<readonly string[]> {
  return database.transaction().execute(async (trx) => {
    const names = await lockNames(trx, ids, was);
    await settle(trx, names, by, { operation: 'pledges.undo-name', state: 'offered' });
    return idsOf(names);
  });
}

interface Settled {
  readonly operation: `pledges.${string}`;
  readonly state: 'shown' | 'refused' | 'offered';
  readonly because?: RefusalReason;
}

async function settle(
  trx: Queries,
  names: readonly NameRow[],
  by: ActorId,
  { operation, state, because }: Settled,
): Promise<void> {
  if (names.length === 0) return;
  await setNameState(trx, idsOf(names), state, because ?? null);
  for (const { id, state: before, because: reason } of names)
    await writeAudit(trx, {
      by,
      operation,
      item: ['name', id],
      before: { state: before, reason },
      after: { state, reason: because ?? null },
    });
  // What is taken away is removed by the database itself, whoever does it (migration 107).
  if (state === 'shown') await dropPages(trx, [NAMES], 'refresh');
}

function idsOf(names: readonly NameRow[]): readonly string[] {
  return names.map(({ id }) => id);
}
