import type { Publication } from '../publications/publication.ts';

/**
 * Why nobody sees a campaign that is there: its own people withdrew it after it had been shown; it is hidden, of which nothing is told; or
 * it is not shown for now, as it was not before or will be again.
 */
export type Unseen = 'withdrawn' | 'hidden' | 'away';

/** @param opensAt from when the campaign was, or will be, on its pages */
export function unseenAs(publication: Publication | undefined, opensAt: Date): Unseen {
  if (!publication) return 'away';
  const { hidden, withdrawnAt } = publication;
  if (hidden) return 'hidden';
  return withdrawnAt && wasShown(publication, opensAt, withdrawnAt) ? 'withdrawn' : 'away';
}

function wasShown({ embargoedUntil, publicFrom }: Publication, opensAt: Date, before: Date): boolean {
  const from = [...publicFrom.values()];
  return from.some((moment) => moment <= before) && opensAt <= before && (!embargoedUntil || embargoedUntil <= before);
}
