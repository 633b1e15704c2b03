import type { Room } from '../room.ts';

export const startingContent: Room = {
  name: 'starting-content',
  owns: ['content_ledger', 'content_proposals', 'content_units'],
};
