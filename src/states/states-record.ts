import { keptDataset } from '../facts/kept-dataset.ts';
import type { KeptVisible } from '../publications/kept-visible.ts';
import { statesDataset } from './states-dataset.ts';
import { assembleTreatyRecord, type TreatyRecord } from './treaty-record.ts';

export type { TreatyRecord } from './treaty-record.ts';

/** Where every state stands as it may be seen today, kept in memory until an import changes it. */
export const treatyRecordOf: KeptVisible<TreatyRecord> = keptDataset(statesDataset, assembleTreatyRecord);
