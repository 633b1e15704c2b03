import type { Room } from '../room.ts';

export const controllers: Room = {
  name: 'controllers',
  speaks: true,
  owns: ['controllers'],
  lends: { controllers: ['id'] },
};
