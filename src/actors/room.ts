import type { Room } from '../room.ts';

export const actors: Room = {
  name: 'actors',
  owns: ['actors'],
  retention: { actors: { lasting: true, told: 'site.privacy.keeps.staff' } },
};
