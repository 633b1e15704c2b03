import type { Deed } from '../accounts/roles.ts';
import type { Lang } from '../config/langs.ts';
import type { Key } from '../locales/words.ts';

/** What the places of the office are for, in the order in which they stand. */
export const groups = ['work', 'shown', 'people', 'running'] as const;

/** Where a page stands in the navigation of the office; its label is in its room's words. */
export interface InNavigation {
  readonly label: Key;
  readonly group: (typeof groups)[number];
  /** Beside others of its group: the lowest first. */
  readonly order: number;
}

/** A place to which every page of the office leads whoever may open it. */
export interface OfficeEntry extends InNavigation {
  readonly who: 'signed-in' | Deed;
  link(lang: Lang): string;
}

declare module '../http/app.ts' {
  interface Handed {
    readonly officeNavigation: readonly OfficeEntry[];
  }
}
