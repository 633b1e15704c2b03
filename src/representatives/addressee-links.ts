import type { LastingLinks } from '../actions/lasting-link.ts';
import { enqueue } from '../work/enqueue.ts';

declare module '../sealing/mailed-link.ts' {
  interface LinkPurposes {
    office: true;
    'office-proof': true;
  }
}

/** By which offices say how letters reach them. */
export const lastingLinks: readonly LastingLinks[] = (['office', 'office-proof'] as const).map((purpose) => ({
  purpose,
  renew: ({ database }, { id }, lang) => enqueue(database, 'mail-renewed-office-link', { of: purpose, id, lang }),
}));
