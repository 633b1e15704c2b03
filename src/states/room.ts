import type { Room } from '../room.ts';
import { content } from './starting-content.ts';

export const states: Room = {
  name: 'states',
  speaks: true,
  owns: ['risk_judgements', 'states'],
  retention: {
    risk_judgements: {
      nothingOfPeople: { because: 'why a state is judged so', source: 'what was published about a state' },
    },
    states: { nothingOfPeople: { risk_source: 'what was published about a state' } },
  },
  lends: { states: ['iso3', 'iso2'] },
  content,
};
