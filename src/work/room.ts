import { officeAddresses } from '../office/addresses.ts';
import type { Room } from '../room.ts';
import { checkRows } from './check-rows.ts';
import { diskOf, nearlyFull } from './disk.ts';
import { countFailedJobs, forgetFailedJobs } from './failed-jobs.ts';
import { rowsFound } from './row-rules-queries.ts';
import { forgetSetAside } from './set-aside.ts';
import { retention } from './work-retention.ts';

export const work: Room = {
  name: 'work',
  speaks: true,
  auditedItems: { job: 'work.item.job' },
  owns: ['row_checks', 'set_aside'],
  retention,
  duties: ({ patient }) => [
    { name: 'check-rows', when: '47 3 * * *', run: () => checkRows(patient) },
    { name: 'forget-set-aside', when: '23 3 * * *', run: () => forgetSetAside(patient, new Date()) },
    { name: 'forget-failed-jobs', when: '29 3 * * *', run: () => forgetFailedJobs(patient.database, new Date()) },
  ],
  waits: [
    {
      name: 'failed-jobs',
      who: 'machine.read',
      label: 'office.waits.jobs',
      way: { link: officeAddresses.jobs },
      read: ({ database }) => countFailedJobs(database),
    },
    {
      name: 'disk',
      who: 'machine.read',
      label: 'office.waits.disk',
      says: 'office.waits.disk.free',
      way: { command: 'npm run check -- live' },
      urgent: true,
      read: async ({ settings }) => nearlyFull(await diskOf(settings)),
    },
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
