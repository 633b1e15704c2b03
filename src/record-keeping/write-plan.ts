import { refuseUnlessMay } from '../accounts/may.ts';
import type { ActorId } from '../actors/actors.ts';
import type { Database } from '../database/database.ts';
import type { Announce } from '../facts/import-facts.ts';
import { type Revised, reviseRows } from '../facts/revise.ts';
import type { DatasetName } from '../facts/shapes.ts';
import type { Day } from '../text/partial-day.ts';
import type { TimeZone } from '../text/time-zone.ts';
import { announceRecord, announceStates } from './announce.ts';
import { changes, datasets } from './kinds.ts';
import type { Plan } from './plan.ts';

export interface Written {
  readonly by: ActorId;
  readonly why: string;
  readonly zone: TimeZone;
  readonly today: Day;
}

/**
 * Writes what was looked at as one revision, with its reason, its entry in the audit and what follows from it.
 * @returns elsewhere: somebody revised the record meanwhile, and nothing was written
 * @throws NotAllowedError where whoever does it lost their role meanwhile, or may not see what it is done to
 */
export function writePlan(
  database: Database,
  dataset: DatasetName,
  plan: Pick<Plan, 'wanted' | 'latest' | 'changes'>,
  { by, why, zone, today }: Written,
): Promise<Revised> {
  const embargoed = plan.changes.some(({ before, after }) =>
    [before, after].some((row) => (row?.public_on ?? '') > today),
  );
  return database.transaction().execute(async (trx) => {
    await refuseUnlessMay(trx, by, [
      { deed: changes[dataset] },
      ...(embargoed ? [{ deed: 'record.see-embargoed' as const }] : []),
    ]);
    const announce = announcing(dataset, zone);
    return reviseRows(trx, datasets[dataset], plan.wanted, { by, why, looked: plan.latest, announce });
  });
}

export function announcing(dataset: DatasetName, zone: TimeZone): Announce {
  return dataset === 'record' ? announceRecord : announceStates(zone);
}
