import type { Room } from '../room.ts';
import { content } from './starting-content.ts';

export const states: Room = {
  name: 'states',
  speaks: true,
  owns: ['risk_judgements', 'states'],
  retention: {
    risk_judgements: 'nothing of people',
    states: 'nothing of people',
  },
  lends: { states: ['iso3'] },
  content,
};
