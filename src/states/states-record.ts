import type { Queries } from '../database/database.ts';
import { keptDataset } from '../facts/kept-dataset.ts';
import { statesDataset } from './states-dataset.ts';
import { assembleTreatyRecord, type TreatyRecord } from './treaty-record.ts';

export type { TreatyRecord } from './treaty-record.ts';

/** Where every state stands as it may be seen today, kept in memory until an import changes it. */
export const treatyRecordOf: (queries: Queries) => Promise<TreatyRecord> = keptDataset(
  statesDataset,
  assembleTreatyRecord,
);
