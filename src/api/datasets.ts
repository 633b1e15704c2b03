import type { Dataset } from '../facts/dataset.ts';
import type { DatasetName } from '../facts/shapes.ts';
import { recordDataset } from '../record/record-dataset.ts';
import { statesDataset } from '../states/states-dataset.ts';

/** The data sets that are given out whole. */
export const datasets: Readonly<Record<DatasetName, Dataset>> = { record: recordDataset, states: statesDataset };
