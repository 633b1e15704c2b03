import type { Room } from '../room.ts';
import { operatorAddresses } from './addresses.ts';
import { forgetRemovals } from './invalidation.ts';

export const http: Room = {
  name: 'http',
  owns: ['page_removals', 'spent_proofs'],
  retention: {
    page_removals: { nothingOfPeople: { tags: 'names of a version of the program' } },
    spent_proofs: 'nothing of people',
  },
  addresses: operatorAddresses,
  failures: [
    { error: 'NotFoundError', means: 'unknown' },
    { error: 'InvalidFormError', means: 'refused' },
  ],
  duties: ({ patient }) => [
    { name: 'forget-page-removals', when: '7 4 * * *', run: () => forgetRemovals(patient.database, new Date()) },
  ],
};
