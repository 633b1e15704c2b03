import type { Dataset } from '../facts/dataset.ts';
import { checkStates } from './check-states.ts';
import { embargoedActs } from './embargoed-acts.ts';
import { statesShapes } from './shapes.ts';

/** The states' record as a folder of files. */
export const statesDataset: Dataset = {
  name: 'states',
  shapes: statesShapes,
  check: checkStates,
  hidden: embargoedActs,
};
