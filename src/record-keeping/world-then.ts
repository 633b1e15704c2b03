import type { Changed } from '../facts/import-facts.ts';
import { byFile } from '../facts/judged-now.ts';
import type { DatasetName, Fields } from '../facts/shapes.ts';
import { ourselves } from '../publications/audience.ts';
import { visibleTo } from '../publications/visible-to.ts';
import { assembleDocket } from '../record/docket.ts';
import type { World } from '../record/record.ts';
import { assembleTreatyRecord } from '../states/treaty-record.ts';
import type { Day } from '../text/partial-day.ts';
import { datasets } from './kinds.ts';

type Rows = readonly (Pick<Changed, 'file'> & { readonly fields: Fields })[];

/** What readers would see on a day of rows, whether they stand or are only wanted: shown to whoever keeps the record, and to no reader. */
export function worldThen(rows: Readonly<Record<DatasetName, Rows>>, on: Day): World {
  return {
    docket: assembleDocket(seenOn('record', rows.record, on)),
    treaty: assembleTreatyRecord(seenOn('states', rows.states, on)),
  };
}

function seenOn(name: DatasetName, rows: Rows, on: Day) {
  const files = byFile(rows);
  const { hidden } = datasets[name];
  const out: ReadonlySet<Fields> = hidden(files, on);
  return visibleTo(ourselves).recorded(byFile(rows.filter(({ fields }) => !out.has(fields))), hidden);
}
