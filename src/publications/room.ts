import type { Room } from '../room.ts';
import { countEndingEmbargoes, countInReview, countScheduled } from './publication-queries.ts';
import { keepRemovals, noteRemovals } from './restored-removals-queries.ts';
import { rowRules } from './row-rules.ts';

export const publications: Room = {
  name: 'publications',
  speaks: true,
  owns: ['publications', 'publication_languages', 'safety_removals'],
  lends: { publications: ['id', 'kind', 'hidden_at', 'withdrawn_at'], safety_removals: ['id'] },
  retention: {
    publications: {
      nothingOfPeople: {
        embargoed_because: 'the reason of a decision of the staff, of a text and not of a reader',
        withdrawn_because: 'the reason of a decision of the staff, of a text and not of a reader',
        hidden_because: 'the reason of a decision of the staff, of a text and not of a reader',
      },
    },
    publication_languages: 'nothing of people',
    safety_removals: 'nothing of people',
  },
  rowRules,
  afterRestore: { before: noteRemovals, after: keepRemovals },
  waits: [
    {
      name: 'to-review',
      who: 'publications.change',
      label: 'office.waits.review',
      way: { command: 'npm run publication -- list' },
      read: ({ database }) => countInReview(database),
    },
    {
      name: 'scheduled',
      who: 'publications.change',
      label: 'office.waits.scheduled',
      way: { command: 'npm run publication -- list' },
      read: async ({ database }) => {
        const { oldest: next, ...counted } = await countScheduled(database);
        return { ...counted, next };
      },
    },
    {
      name: 'ending-embargoes',
      who: 'publications.change',
      label: 'office.waits.embargoes',
      way: { command: 'npm run publication -- list' },
      read: async ({ database }) => {
        const { oldest: next, ...counted } = await countEndingEmbargoes(database);
        return { ...counted, next };
      },
    },
  ],
};
