import type { Queries } from '../database/database.ts';
import { keptInMemory } from '../database/memory-cache.ts';
import { standingFields } from '../facts/facts.ts';
import { assembleTreatyRecord, type TreatyRecord } from './treaty-record.ts';

export type { TreatyRecord } from './treaty-record.ts';

/** Where every state stands, kept in memory until an import changes it. */
export const treatyRecordOf: (queries: Queries) => Promise<TreatyRecord> = keptInMemory('states', async (queries) =>
  assembleTreatyRecord(await standingFields(queries, 'states')),
);
