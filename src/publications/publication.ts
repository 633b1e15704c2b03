import type { Lang } from '../config/langs.ts';

/** What stands between an authored thing and its readers, as the gate reads it. */
export interface Publication {
  /** Of what it is. */
  readonly item: string;
  readonly embargoedUntil: Date | null;
  /** By the database's clock; null: it is not. */
  readonly withdrawnAt: Date | null;
  readonly hidden: boolean;
  /** For each language in which it is published, or will be: from when. Drafts and what is in review have none. */
  readonly publicFrom: ReadonlyMap<Lang, Date>;
}

/** The states of a thing in one language, in the order in which it goes through them. */
export const publicationStates = ['draft', 'in-review', 'scheduled', 'published'] as const;
