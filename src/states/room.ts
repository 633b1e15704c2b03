import type { Room } from '../room.ts';
import { content } from './starting-content.ts';

export const states: Room = {
  name: 'states',
  speaks: true,
  owns: ['states'],
  retention: {
    states: 'nothing of people',
  },
  lends: { states: ['iso3'] },
  content,
};
