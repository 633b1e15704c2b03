import type { Queries } from './database.ts';

const forgetters = new Map<string, () => void>();

/**
 * Keeps in memory what changes seldom and is asked for all the time, for each database by itself. It is read again after `dropCached`
 * with its tag, which every process calls when an editor's change is announced (see site/invalidation.ts).
 */
export function cachedInMemory<Value>(
  tag: string,
  read: (queries: Queries) => Promise<Value>,
): (queries: Queries) => Promise<Value> {
  let values = new WeakMap<Queries, Promise<Value>>();
  const before = forgetters.get(tag);
  forgetters.set(tag, () => {
    before?.();
    values = new WeakMap();
  });
  return (queries) => {
    const known = values.get(queries);
    if (known) return known;
    const reading = read(queries);
    values.set(queries, reading);
    reading.catch(() => values.delete(queries));
    return reading;
  };
}

/** Forgets what is kept under the tags; without tags, everything. */
export function dropCached(tags?: readonly string[]): void {
  for (const tag of tags ?? forgetters.keys()) forgetters.get(tag)?.();
}
