import type { LastingLinks } from '../actions/lasting-link.ts';
import { enqueue } from '../work/enqueue.ts';

declare module '../sealing/mailed-link.ts' {
  interface LinkPurposes {
    addressee: true;
    'addressee-proof': true;
    /** In mails from before version 0.3: they open what those above do. */
    office: true;
    'office-proof': true;
  }
}

/** Links to say how letters reach an addressee, and to prove that it was the addressee who did; each with its former name. */
export const addresseePurposes = {
  addressee: ['addressee', 'office'],
  'addressee-proof': ['addressee-proof', 'office-proof'],
} as const;
export type AddresseePurpose = keyof typeof addresseePurposes;

export const lastingLinks: readonly LastingLinks[] = (['addressee', 'addressee-proof'] as const).flatMap((of) =>
  addresseePurposes[of].map((purpose) => ({
    purpose,
    renew: ({ database }, { id }, lang) => enqueue(database, 'mail-renewed-addressee-link', { of, id, lang }),
  })),
);
