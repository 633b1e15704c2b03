import type { Dataset } from '../facts/dataset.ts';
import { checkRecord } from './check-record.ts';
import { hiddenRows } from './hidden-rows.ts';
import { recordShapes } from './shapes.ts';

/** The record as a folder of files. */
export const recordDataset: Dataset = { name: 'record', shapes: recordShapes, check: checkRecord, hidden: hiddenRows };
