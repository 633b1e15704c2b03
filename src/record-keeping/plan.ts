import { createHash } from 'node:crypto';
import { SYSTEM } from '../actors/actors.ts';
import type { Queries } from '../database/database.ts';
import { changesTo, currentFacts, latestRevision, type Revised, reviseRows, type WantedRow } from '../facts/revise.ts';
import type { DatasetName, Fields } from '../facts/shapes.ts';
import { followingActs } from '../states/following-acts.ts';
import { datasets, type Kind } from './kinds.ts';
import type { RecordedRow } from './recorded-rows.ts';
import { shapeOf } from './typed-row.ts';

/** What a change of one row comes to, with what follows from it; nothing is written yet. */
export interface Plan extends Revised {
  readonly wanted: readonly WantedRow[];
  /** The last revision that it was looked at beside. */
  readonly latest: number;
  /** The same as long as it is the same change beside the same record. */
  readonly print: string;
}

/** Of one row. */
export interface PlanOfOne extends Plan {
  /** Another row has its name. */
  readonly taken: boolean;
}

/** @param after null: the row ends @param before the row as it stands; undefined: it is a new one */
export async function planChange(
  queries: Queries,
  kind: Kind,
  before: Pick<RecordedRow, 'key'> | undefined,
  after: Fields | null,
): Promise<PlanOfOne> {
  const current = await currentFacts(queries, kind.dataset);
  const ofFile = current.filter(({ file }) => file === kind.file);
  const key = after && shapeOf(kind).key(after);
  const own: WantedRow[] = [
    ...(before && before.key !== key ? [{ file: kind.file, key: before.key, after: null }] : []),
    ...(after && key !== null ? [{ file: kind.file, key, after }] : []),
  ];
  const acts = ofFile.map(({ fields }) => fields);
  const follows = kind.name === 'treaty-acts' ? followingActs(acts, changesTo(current, own)) : [];
  const plan = await planRows(queries, kind.dataset, [...own, ...follows]);
  return { ...plan, taken: key !== null && before?.key !== key && ofFile.some((one) => one.key === key) };
}

/** What a change of some rows comes to; nothing is written yet. */
export async function planRows(queries: Queries, dataset: DatasetName, wanted: readonly WantedRow[]): Promise<Plan> {
  const latest = await latestRevision(queries);
  const made = { by: SYSTEM, why: '', dryRun: true, looked: latest };
  const revised = await reviseRows(queries, datasets[dataset], wanted, made);
  const print = createHash('sha256')
    .update(JSON.stringify([latest, wanted]))
    .digest('base64url')
    .slice(0, 40);
  return { ...revised, wanted, latest, print };
}
