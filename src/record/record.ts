import type { Queries } from '../database/database.ts';
import { cachedDataset } from '../facts/cached-dataset.ts';
import type { Visible } from '../http/visible.ts';
import type { CachedVisible } from '../publications/cached-visible.ts';
import { together } from '../publications/visible-to.ts';
import { type TreatyRecord, treatyRecordOf } from '../states/states-record.ts';
import { assembleDocket, type Docket } from './docket.ts';
import { recordDataset } from './record-dataset.ts';

/** The Court's record as it may be seen today, kept in memory until an import changes it. */
export const docketOf: CachedVisible<Docket> = cachedDataset(recordDataset, assembleDocket);

/** Everything that figures are computed from. */
export interface World {
  readonly docket: Docket;
  readonly treaty: TreatyRecord;
}

export async function worldOf(queries: Queries): Promise<Visible<World>> {
  const [docket, treaty] = await Promise.all([docketOf(queries), treatyRecordOf(queries)]);
  return together({ docket, treaty });
}
