import type { Database } from '../database/database.ts';
import { withEmbargoed } from './embargoed-facts.ts';
import { lockFacts } from './facts-queries.ts';
import { type Announce, type FactsReport, type Made, writeFacts } from './import-facts.ts';
import { readFolder } from './read-folder.ts';
import type { DatasetName, Files, Problem, Shapes } from './shapes.ts';
import { problemLine } from './shapes.ts';
import type { HiddenFields } from './visible-fields.ts';

/** What a room says of its data set. */
export interface Dataset {
  readonly name: DatasetName;
  readonly shapes: Shapes;
  /** What rows say of each other. */
  readonly check: (files: Files) => readonly Problem[];
  readonly hidden: HiddenFields;
}

/** A folder that can't be taken; every problem with its file and line. */
export class InvalidFactsError extends Error {
  override readonly name = 'InvalidFactsError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(problemLine).join('\n'));
    this.problems = problems;
  }
}

/** A folder's rows, checked one by one and together. @throws InvalidFactsError */
export async function readDataset(dataset: Dataset, folder: string): Promise<Files> {
  return checked(dataset, await readRows(dataset, folder));
}

async function readRows({ shapes }: Dataset, folder: string): Promise<Files> {
  const { files, problems } = await readFolder(folder, shapes);
  if (problems.length > 0) throw new InvalidFactsError(problems);
  return files;
}

function checked({ check }: Dataset, files: Files): Files {
  const problems = check(files);
  if (problems.length > 0) throw new InvalidFactsError(problems);
  return files;
}

/**
 * Brings a folder into a running site as one revision. Rows that are not public yet and that the folder lacks stay.
 * @param made.endEmbargoed the folder is the whole: such rows end
 * @throws InvalidFactsError; then nothing was written
 */
export async function importDataset(
  database: Database,
  dataset: Dataset,
  folder: string,
  made: Made & { announce?: Announce; endEmbargoed?: boolean },
): Promise<FactsReport> {
  const rows = await readRows(dataset, folder);
  return database.transaction().execute(async (trx) => {
    await lockFacts(trx);
    const { files, heldBack: embargoed } = made.endEmbargoed
      ? { files: rows, heldBack: 0 }
      : await withEmbargoed(trx, dataset, rows);
    const report = await writeFacts(trx, dataset.name, checked(dataset, files), made);
    if (report.revision !== undefined) await made.announce?.(trx, report.revision, report.changes);
    return { ...report, heldBack: embargoed };
  });
}
