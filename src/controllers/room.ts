import type { Room } from '../room.ts';

export const controllers: Room = {
  name: 'controllers',
  speaks: true,
  owns: ['controllers'],
  retention: {
    controllers: 'nothing of people',
  },
  lends: { controllers: ['id'] },
};
