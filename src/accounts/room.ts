import type { Room } from '../room.ts';
import { forgetRemovedAccounts } from './accounts.ts';
import { REMOVED_ACCOUNT_DAYS } from './retention.ts';

export const accounts: Room = {
  name: 'accounts',
  owns: ['accounts'],
  retention: {
    accounts: [
      {
        days: REMOVED_ACCOUNT_DAYS,
        after: 'removed',
        duty: 'forget-removed-accounts',
        sentence: 'site.privacy.keeps.accounts',
        of: 'others',
      },
    ],
  },
  duties: ({ patient }) => [
    {
      name: 'forget-removed-accounts',
      when: '47 3 * * *',
      run: () => forgetRemovedAccounts(patient.database, new Date()),
    },
  ],
};
