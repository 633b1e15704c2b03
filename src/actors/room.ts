import type { Room } from '../room.ts';

export const actors: Room = {
  name: 'actors',
  owns: ['actors'],
  lends: { actors: ['id', 'kind', 'name'] },
  retention: { actors: { lasting: true, sentence: 'site.privacy.keeps.staff', of: 'staff' } },
};
