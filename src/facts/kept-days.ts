import type { Queries } from '../database/database.ts';
import { cachedInMemory } from '../database/memory-cache.ts';
import type { Dataset } from './dataset.ts';
import { currentFields } from './facts.ts';
import { publicToday } from './today.ts';
import { type FieldsByFile, type Visible, visibleOn } from './visible.ts';

/** A data set as it may be seen today, assembled; kept in memory until an import changes it or the day ends. */
export function assembledToday<Whole>(
  { name, hidden }: Pick<Dataset, 'name' | 'hidden'>,
  assemble: (files: Visible<FieldsByFile>) => Whole,
): (queries: Queries) => Promise<Whole> {
  const filesOf = cachedInMemory(name, (queries) => currentFields(queries, name));
  const days = new WeakMap<FieldsByFile, { readonly day: string; readonly whole: Whole }>();
  return async (queries) => {
    const files = await filesOf(queries);
    const day = publicToday();
    const known = days.get(files);
    const whole = known?.day === day ? known.whole : assemble(visibleOn(files, hidden, day));
    days.set(files, { day, whole });
    return whole;
  };
}
