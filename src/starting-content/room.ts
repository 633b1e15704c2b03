import type { Room } from '../room.ts';
import { countProposals } from './decide.ts';

export const startingContent: Room = {
  name: 'starting-content',
  speaks: true,
  auditedItems: { content: 'starting-content.item.content' },
  owns: ['content_ledger', 'content_proposals', 'content_units'],
  retention: {
    content_ledger: { lasting: true, sentence: 'site.privacy.keeps.record' },
    content_proposals: { lasting: true, sentence: 'site.privacy.keeps.record' },
    content_units: {
      nothingOfPeople: {
        room: 'names of a version of the program',
        unit: 'names of a version of the program',
        digest: 'a print, made by us',
      },
    },
  },
  waits: [
    {
      name: 'content',
      who: 'content.decide',
      label: 'office.waits.content',
      way: { command: 'npm run content -- list' },
      read: ({ database }) => countProposals(database),
    },
  ],
};
