import type { Room } from '../room.ts';
import { checkRows } from './check-rows.ts';
import { rowsFound } from './row-rules-queries.ts';
import { forgetSetAside } from './set-aside.ts';
import { retention } from './work-retention.ts';

export const work: Room = {
  name: 'work',
  owns: ['row_checks', 'set_aside'],
  retention,
  duties: ({ patient }) => [
    { name: 'check-rows', when: '47 3 * * *', run: () => checkRows(patient) },
    { name: 'forget-set-aside', when: '23 3 * * *', run: () => forgetSetAside(patient.database, new Date()) },
  ],
  measures: [
    {
      name: 'rows_breaking_a_rule',
      help: 'Rows that can’t be true, by the rule that they break, as looked at once a day',
      label: 'rule',
      read: ({ database }) => rowsFound(database),
    },
  ],
};
