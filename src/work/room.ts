import type { Room } from '../room.ts';
import { checkRows } from './row-rules.ts';
import { rowsFound } from './row-rules-queries.ts';

export const work: Room = {
  name: 'work',
  owns: ['row_checks', 'set_aside'],
  duties: ({ patient }) => [{ name: 'check-rows', when: '47 3 * * *', run: () => checkRows(patient) }],
  measures: [
    {
      name: 'rows_breaking_a_rule',
      help: 'Rows that can’t be true, by the rule that they break, as looked at once a day',
      label: 'rule',
      read: ({ database }) => rowsFound(database),
    },
  ],
};
