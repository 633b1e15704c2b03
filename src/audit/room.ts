import type { Room } from '../room.ts';
import { forgetOldEntries } from './audit.ts';
import { AUDIT_DAYS } from './retention.ts';

export const audit: Room = {
  name: 'audit',
  owns: ['audit_entries'],
  lends: { audit_entries: ['made_at', 'operation'] },
  retention: {
    audit_entries: [
      {
        days: AUDIT_DAYS,
        after: 'decided',
        duty: 'forget-old-audit-entries',
        sentence: 'site.privacy.keeps.audit',
        of: 'staff',
      },
    ],
  },
  duties: ({ patient }) => [
    { name: 'forget-old-audit-entries', when: '41 3 * * *', run: () => forgetOldEntries(patient.database, new Date()) },
  ],
};
