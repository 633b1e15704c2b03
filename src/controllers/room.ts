import type { Room } from '../room.ts';

export const controllers: Room = {
  name: 'controllers',
  speaks: true,
  owns: ['controllers'],
  retention: {
    controllers: {
      nothingOfPeople: {
        name: 'an organisation, named to every reader',
        email: 'where that organisation answers for data, told to every reader',
      },
    },
  },
  lends: { controllers: ['id'] },
};
