import { join } from 'node:path';
import { root } from '../../src/config/root.ts';
import { readDataset } from '../../src/facts/dataset.ts';
import type { Files } from '../../src/facts/shapes.ts';
import { assembleDocket } from '../../src/record/docket.ts';
import type { World } from '../../src/record/record.ts';
import { recordDataset } from '../../src/record/record-dataset.ts';
import { statesDataset } from '../../src/states/states-dataset.ts';
import { assembleTreatyRecord } from '../../src/states/treaty-record.ts';

const fieldsOf = (files: Files) =>
  Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, lines.map(({ fields }) => fields)]));

/** The record that a new installation starts with, without a database. */
export async function startingWorld(): Promise<World> {
  return {
    docket: assembleDocket(fieldsOf(await readDataset(recordDataset, join(root, 'content/record')))),
    treaty: assembleTreatyRecord(fieldsOf(await readDataset(statesDataset, join(root, 'content/states')))),
  };
}
