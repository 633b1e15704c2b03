import type { Room } from '../room.ts';

export const startingContent: Room = {
  name: 'starting-content',
  owns: ['content_ledger', 'content_proposals', 'content_units'],
  retention: {
    content_ledger: 'nothing of people',
    content_proposals: 'nothing of people',
    content_units: 'nothing of people',
  },
};
