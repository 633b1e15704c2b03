import type { Room } from '../room.ts';

export const publications: Room = {
  name: 'publications',
  owns: ['publications', 'publication_languages'],
  lends: { publications: ['id'] },
  retention: {
    publications: 'nothing of people',
    publication_languages: 'nothing of people',
  },
};
