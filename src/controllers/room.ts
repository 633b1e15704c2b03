import type { Room } from '../room.ts';

export const controllers: Room = {
  name: 'controllers',
  speaks: true,
  auditedItems: { controller: 'controllers.item.controller', demonstration: 'controllers.item.demonstration' },
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
