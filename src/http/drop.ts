/**
 * How kept pages are dropped. `refresh`: the old page may be served while one renders anew. `remove`: what was withdrawn, hidden or
 * erased is never served again, nor anything that was begun before.
 */
export type Drop = 'refresh' | 'remove';

export interface Dropped {
  readonly how: Drop;
  /** Undefined: everything. */
  readonly tags: readonly string[] | undefined;
}

/** @param tags of a page; undefined where it does not say what it shows, so that it may show anything */
export function touches(dropped: Dropped, tags: readonly string[] | undefined): boolean {
  return !dropped.tags || !tags || tags.some((tag) => dropped.tags?.includes(tag));
}
