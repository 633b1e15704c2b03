import type { Room } from '../room.ts';

export const controllers: Room = {
  name: 'controllers',
  speaks: true,
  owns: ['controllers', 'controller_changes'],
  retention: {
    controllers: 'nothing of people',
    controller_changes: 'nothing of people',
  },
  lends: { controllers: ['id'] },
};
