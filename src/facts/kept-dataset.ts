import type { Queries } from '../database/database.ts';
import type { Audience } from '../publications/audience.ts';
import { keptVisible } from '../publications/kept-visible.ts';
import type { Dataset } from './dataset.ts';
import { currentFields } from './facts.ts';
import type { VisibleFields } from './visible-fields.ts';

/** A data set as it may be seen now, assembled; kept in memory until an import changes it or something in it becomes public. */
export function keptDataset<Whole>(
  { name, hidden }: Pick<Dataset, 'name' | 'hidden'>,
  assemble: (files: VisibleFields) => Whole,
): (queries: Queries, audience?: Audience) => Promise<Whole> {
  return keptVisible(
    name,
    (queries) => currentFields(queries, name),
    (files, gate) => assemble(gate.recorded(files, hidden)),
  );
}
