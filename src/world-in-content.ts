import { join } from 'node:path';
import { root } from './config/root.ts';
import { readDataset } from './facts/dataset.ts';
import type { Fields, Files } from './facts/shapes.ts';
import { ourselves } from './publications/audience.ts';
import { visibleTo } from './publications/visible-to.ts';
import { assembleDocket } from './record/docket.ts';
import type { World } from './record/record.ts';
import { recordDataset } from './record/record-dataset.ts';
import { statesDataset } from './states/states-dataset.ts';
import { assembleTreatyRecord } from './states/treaty-record.ts';

/** The record that a new installation starts with, read without a database. @throws InvalidFactsError */
export async function worldInContent(): Promise<World> {
  const [record, states] = await Promise.all([
    readDataset(recordDataset, join(root, 'content/record')),
    readDataset(statesDataset, join(root, 'content/states')),
  ]);
  const gate = visibleTo(ourselves);
  return {
    docket: assembleDocket(gate.recorded(fieldsOf(record), recordDataset.hidden)),
    treaty: assembleTreatyRecord(gate.recorded(fieldsOf(states), statesDataset.hidden)),
  };
}

function fieldsOf(files: Files): Readonly<Record<string, readonly Fields[]>> {
  return Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, lines.map(({ fields }) => fields)]));
}
