import { officeAddresses } from '../office/addresses.ts';
import { keepingAddresses } from '../record-keeping/addresses.ts';
import type { Room } from '../room.ts';
import { today } from '../text/partial-day.ts';
import { countSoonPublic } from './facts-queries.ts';
import { countNotes, quietDays } from './notes.ts';
import { rowRules } from './row-rules.ts';

export const facts: Room = {
  name: 'facts',
  speaks: true,
  auditedItems: { revision: 'facts.item.revision', note: 'facts.item.note' },
  owns: ['drafts', 'facts', 'revisions'],
  retention: {
    facts: { lasting: true, sentence: 'site.privacy.keeps.record' },
    drafts: { nothingOfPeople: { content: 'keys of rows of the record' } },
    revisions: { nothingOfPeople: { why: 'which import it was, or what the staff say of it' } },
  },
  lends: { facts: ['dataset', 'file', 'key', 'fields', 'since', 'until'] },
  rowRules,
  waits: [
    {
      name: 'soon-public',
      who: 'record.see-embargoed',
      label: 'office.waits.soonPublic',
      way: { link: (lang) => keepingAddresses.all(lang, { public: 'not-yet' }) },
      read: async ({ database, settings }) => {
        const { oldest: next, ...counted } = await countSoonPublic(database, today(settings.TIME_ZONE));
        return { ...counted, next };
      },
    },
    {
      name: 'news',
      who: 'publications.change',
      label: 'office.waits.notes',
      way: { link: officeAddresses.news },
      read: ({ database }) => countNotes(database, 'newsroom'),
    },
    {
      name: 'changed-asks',
      who: 'campaigns.change',
      label: 'office.waits.asks',
      way: { link: officeAddresses.changedAsks },
      read: ({ database }) => countNotes(database, 'asks'),
    },
    {
      name: 'quiet-record',
      who: 'record.import',
      label: 'office.waits.record',
      says: 'office.waits.record.days',
      way: { link: (lang) => keepingAddresses.all(lang) },
      read: async ({ database }) => {
        const days = await quietDays(database, 'record');
        return days === undefined ? undefined : { values: { days } };
      },
    },
  ],
};
