import { type ActorId, SYSTEM } from '../actors/actors.ts';
import type { Database, Queries } from '../database/database.ts';
import { type Announce, type FactsReport, importFacts, writeFacts } from './import-facts.ts';
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
  const { files, problems } = await readFolder(folder, dataset.shapes);
  const found = problems.length > 0 ? problems : dataset.check(files);
  if (found.length > 0) throw new InvalidFactsError(found);
  return files;
}

/** Brings a folder into a running site as one revision. @throws InvalidFactsError; then nothing was written */
export async function importDataset(
  database: Database,
  dataset: Dataset,
  folder: string,
  made: { by: ActorId; why: string; dryRun?: boolean; announce?: Announce },
): Promise<FactsReport> {
  return importFacts(database, dataset.name, await readDataset(dataset, folder), made);
}

/** Loads a folder into an empty database, within the caller's transaction. @throws InvalidFactsError */
export async function loadDataset(trx: Queries, dataset: Dataset, folder: string): Promise<void> {
  await writeFacts(trx, dataset.name, await readDataset(dataset, folder), {
    by: SYSTEM,
    why: 'what a new installation starts with',
  });
}
