import type { Room } from '../room.ts';
import { operatorAddresses } from './addresses.ts';
import { forgetRemovals } from './invalidation.ts';

export const http: Room = {
  name: 'http',
  owns: ['page_removals', 'spent_proofs'],
  addresses: operatorAddresses,
  duties: ({ patient }) => [
    { name: 'forget-page-removals', when: '7 4 * * *', run: () => forgetRemovals(patient.database, new Date()) },
  ],
};
