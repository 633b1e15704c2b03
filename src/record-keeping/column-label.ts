import type { View } from '../http/view.ts';
import { type ColumnName, columnNames } from './columns.ts';

/** What a column is called; its name in the files where the office does not type it. */
export function columnLabel({ t }: Pick<View, 't'>, name: string): string {
  const known = columnNames.find((one) => one === name);
  return known ? t(`record-keeping.column.${known satisfies ColumnName}`) : name;
}
