import type { Queries } from '../database/database.ts';
import { type RowVersion, versionsOf } from '../facts/revise.ts';
import { isEmbargoed } from '../publications/visible-to.ts';
import type { Day } from '../text/partial-day.ts';
import type { Kind } from './kinds.ts';
import type { RecordedRow } from './recorded-rows.ts';

/**
 * All that a row said, the latest first, also under a name that a correction has changed since.
 * @param seesAll whether whoever asks may see what is not public yet
 */
export async function historyOf(
  queries: Queries,
  kind: Kind,
  row: Pick<RecordedRow, 'key' | 'fields'>,
  seesAll: boolean,
  today: Day,
): Promise<readonly RowVersion[]> {
  const begins = kind.begins ? kind.begins.map((name) => row.fields[name] ?? '').join('/') : row.key;
  const all = await versionsOf(queries, kind.dataset, kind.file, begins);
  const shown = seesAll ? all : all.filter(({ fields }) => !isEmbargoed(fields, today));
  const versions = shown.filter(({ key }) => key === row.key);
  for (;;) {
    const [first] = versions;
    const before = first && kind.begins ? predecessorOf(first, shown) : undefined;
    if (!before) return versions.reverse();
    versions.unshift(...shown.filter(({ key, since }) => key === before.key && since <= before.since));
  }
}

/** What stood of the same thing under another name until this began: of the same act first, else what no other row follows. */
function predecessorOf(first: RowVersion, all: readonly RowVersion[]): RowVersion | undefined {
  const ended = all.filter(({ key, until }) => until === first.since && key !== first.key);
  const begun = all.filter(({ since }) => since === first.since);
  const nameOf = ({ fields }: RowVersion) => fields.act;
  const left = ended.filter(({ key }) => !begun.some((one) => one.key === key));
  return (
    left.find((one) => nameOf(one) === nameOf(first)) ??
    left.find((one) => !begun.some((other) => nameOf(other) === nameOf(one)))
  );
}
