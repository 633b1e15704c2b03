import type { DatasetName, Fields, Reference, Shapes } from '../facts/shapes.ts';
import { file } from '../facts/shapes.ts';
import { recordReferences, recordShapes } from '../record/shapes.ts';
import { statesReferences, statesShapes } from '../states/shapes.ts';

/** The files and columns that are given out. The regional groups are not: they come from a source that must be shared alike. */
export const openShapes: Readonly<Record<DatasetName, Shapes>> = {
  record: recordShapes,
  states: {
    ...statesShapes,
    states: file(statesShapes.states.row.pick({ iso2: true, iso3: true, un_member: true }), 'iso3'),
  },
};

/** Which columns name rows of other files. */
export const openReferences: Readonly<Record<DatasetName, readonly Reference[]>> = {
  record: recordReferences,
  states: statesReferences,
};

/** The columns of a file in the order in which they are given out; undefined for a file that is none. */
export function openColumns(dataset: DatasetName, name: string): readonly string[] | undefined {
  const shapes = openShapes[dataset];
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  return shape && Object.keys(shape.row.shape);
}

/** What of a row is given out; a column that the row does not have yet is empty. */
export function openFields(dataset: DatasetName, name: string, fields: Fields): Fields {
  return Object.fromEntries((openColumns(dataset, name) ?? []).map((column) => [column, fields[column] ?? '']));
}
