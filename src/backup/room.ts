import type { Room } from '../room.ts';
import { backupFolder } from './before-migrating.ts';
import { dropOldBackups } from './drop-old.ts';
import { lacksBackup, lateBackup } from './noted.ts';

const way = { command: 'npm run backup FILE' };

export const backup: Room = {
  name: 'backup',
  speaks: true,
  auditedItems: { backup: 'backup.item.backup' },
  owns: ['backups'],
  retention: { backups: 'nothing of people' },
  duties: ({ app: { settings } }) => [
    {
      name: 'drop-old-backups',
      when: '17 * * * *',
      run: () => dropOldBackups(backupFolder(settings), new Date()),
    },
  ],
  waits: [
    {
      name: 'late-backup',
      who: 'machine.read',
      label: 'office.waits.backup',
      way,
      urgent: true,
      read: ({ database }) => lateBackup(database),
    },
    {
      name: 'no-backup',
      who: 'machine.read',
      label: 'office.waits.noBackup',
      way,
      urgent: true,
      read: async ({ database, settings }) => ((await lacksBackup(database, settings)) ? {} : undefined),
    },
  ],
};
