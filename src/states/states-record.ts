import { cachedDataset } from '../facts/cached-dataset.ts';
import type { CachedVisible } from '../publications/cached-visible.ts';
import { statesDataset } from './states-dataset.ts';
import { assembleTreatyRecord, type TreatyRecord } from './treaty-record.ts';

export type { TreatyRecord } from './treaty-record.ts';

/** Where every state stands as it may be seen today, kept in memory until an import changes it. */
export const treatyRecordOf: CachedVisible<TreatyRecord> = cachedDataset(statesDataset, assembleTreatyRecord);
