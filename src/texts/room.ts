import type { Room } from '../room.ts';
import { rowRules } from './row-rules.ts';
import { countBehind } from './version-queries.ts';

export const texts: Room = {
  name: 'texts',
  owns: ['text_versions'],
  lends: { text_versions: ['item_id', 'lang', 'number', 'words'] },
  retention: { text_versions: { nothingOfPeople: { words: 'what every reader is shown, or will be' } } },
  rowRules,
  waits: [
    {
      name: 'translations-behind',
      who: 'campaigns.write',
      label: 'office.waits.behind',
      way: { command: 'npm run import -- campaign DIR --update' },
      read: ({ database }, languages) => countBehind(database, languages),
    },
  ],
};
