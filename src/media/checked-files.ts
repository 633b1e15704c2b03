import type { Queries } from '../database/database.ts';
import { selectDamaged, totalFiles } from './file-queries.ts';

/** What whoever restored a backup is told of the pictures in it, each byte of which was looked at. */
export async function tellFiles(queries: Queries): Promise<readonly string[]> {
  const [all, damaged] = [await totalFiles(queries), await selectDamaged(queries)];
  if (all === 0) return [];
  if (damaged.length === 0) return [`pictures: ${all} files, each is what its hash says`];
  return [`pictures: ${damaged.length} of ${all} files are DAMAGED; replace these in the office:`, ...damaged];
}
