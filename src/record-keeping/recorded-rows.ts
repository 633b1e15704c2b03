import { type Doer, mayDo } from '../accounts/roles.ts';
import type { Queries } from '../database/database.ts';
import { embargoedNow } from '../facts/embargoed-facts.ts';
import { currentFacts } from '../facts/revise.ts';
import { type DatasetName, datasetNames, type Fields } from '../facts/shapes.ts';
import { datasets, type Kind, kindOfFile } from './kinds.ts';

/** A row as it stands, of whatever file. */
export interface RecordedRow {
  readonly dataset: DatasetName;
  readonly file: string;
  readonly key: string;
  /** The revision since which it says so. */
  readonly since: number;
  readonly fields: Fields;
  /** It is not public yet, or only tells of what is not. */
  readonly embargoed: boolean;
}

/** The whole record as it is recorded, as far as somebody may see it. */
export interface Recorded {
  readonly rows: readonly RecordedRow[];
  rowsOf(kind: Pick<Kind, 'dataset' | 'file'>): readonly RecordedRow[];
  row(kind: Pick<Kind, 'dataset' | 'file'>, key: string): RecordedRow | undefined;
}

/** Whether somebody may see what is not public yet: a right of its own. */
export function seesEmbargoed(doer: Doer): boolean {
  return mayDo(doer, 'record.see-embargoed');
}

/** @param doer whoever may not see what is not public yet is given nothing of it */
export async function recordedRows(queries: Queries, doer: Doer): Promise<Recorded> {
  const read = datasetNames.map(async (name) => {
    const current = await currentFacts(queries, name);
    const embargoed = await embargoedNow(queries, current, datasets[name].hidden);
    return current.map(
      ({ file, key, since, fields }): RecordedRow => ({
        ...{ dataset: name, file, key, since, fields },
        embargoed: embargoed.has(fields),
      }),
    );
  });
  const rows = (await Promise.all(read)).flat();
  return recordedOf(seesEmbargoed(doer) ? rows : rows.filter(({ embargoed }) => !embargoed));
}

function recordedOf(rows: readonly RecordedRow[]): Recorded {
  const byFile = Map.groupBy(rows, ({ dataset, file }) => `${dataset}/${file}`);
  const byKey = new Map(rows.map((row) => [`${row.dataset}/${row.file}/${row.key}`, row]));
  return {
    rows,
    rowsOf: ({ dataset, file }) => byFile.get(`${dataset}/${file}`) ?? [],
    row: ({ dataset, file }, key) => byKey.get(`${dataset}/${file}/${key}`),
  };
}

/** Those that the office lists, each with its kind. */
export function listedRows({ rows }: Recorded): readonly (RecordedRow & { readonly kind: Kind })[] {
  return rows.flatMap((row) => {
    const kind = kindOfFile(row.dataset, row.file);
    return kind ? [{ ...row, kind }] : [];
  });
}
