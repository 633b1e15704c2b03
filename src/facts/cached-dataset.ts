import { type CachedVisible, cachedVisible } from '../publications/cached-visible.ts';
import type { Dataset } from './dataset.ts';
import { currentFields } from './facts.ts';
import type { VisibleFields } from './visible-fields.ts';

/** A data set as it may be seen now, assembled; kept in memory until an import changes it or something in it becomes public. */
export function cachedDataset<Whole extends object>(
  { name, hidden }: Pick<Dataset, 'name' | 'hidden'>,
  assemble: (files: VisibleFields) => Whole,
): CachedVisible<Whole> {
  return cachedVisible(
    name,
    (queries) => currentFields(queries, name),
    (files, gate) => gate.recorded(files, hidden),
    assemble,
  );
}
