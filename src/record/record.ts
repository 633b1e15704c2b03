import type { Queries } from '../database/database.ts';
import { keptInMemory } from '../database/memory-cache.ts';
import { standingFields } from '../facts/facts.ts';
import { type TreatyRecord, treatyRecordOf } from '../states/states-record.ts';
import { assembleDocket, type Docket } from './docket.ts';

/** The Court's record, kept in memory until an import changes it. */
export const docketOf: (queries: Queries) => Promise<Docket> = keptInMemory('record', async (queries) =>
  assembleDocket(await standingFields(queries, 'record')),
);

/** Everything that figures are computed from. */
export interface World {
  readonly docket: Docket;
  readonly treaty: TreatyRecord;
}

export async function worldOf(queries: Queries): Promise<World> {
  const [docket, treaty] = await Promise.all([docketOf(queries), treatyRecordOf(queries)]);
  return { docket, treaty };
}
