import type { Room } from '../room.ts';

export const startingContent: Room = {
  name: 'starting-content',
  owns: ['content_ledger', 'content_proposals', 'content_units'],
  retention: {
    content_ledger: { lasting: true, sentence: 'site.privacy.keeps.record' },
    content_proposals: { lasting: true, sentence: 'site.privacy.keeps.record' },
    content_units: 'nothing of people',
  },
};
