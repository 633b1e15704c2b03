import type { Dataset } from '../facts/dataset.ts';
import { type Hidden, isEmbargoed } from '../facts/visible.ts';
import { checkStates } from './check-states.ts';
import { statesShapes } from './shapes.ts';

/** Acts that are not yet public; no other row of the states has such a day. */
export const embargoedActs: Hidden = (files, today) =>
  new Set(Object.values(files).flatMap((rows) => rows.filter((row) => isEmbargoed(row, today))));

/** The states' record as a folder of files. */
export const statesDataset: Dataset = {
  name: 'states',
  shapes: statesShapes,
  check: checkStates,
  hidden: embargoedActs,
};
