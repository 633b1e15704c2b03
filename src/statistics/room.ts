import { officePage } from '../office/office-route.ts';
import type { Room } from '../room.ts';
import { statisticsAddresses } from './addresses.ts';
import { countHappenings } from './count.ts';
import { deleteTried } from './count-queries.ts';
import { statisticsPage, statisticsQuery } from './statistics-page.tsx';

/** Why a function of the database is called where tables of rooms below are written to. */
const LEAVES_ITS_MARK =
  'what happens leaves its mark in the transaction in which it happens, also from a process of the version before';

export const statistics: Room = {
  name: 'statistics',
  speaks: true,
  owns: ['statistic_marks', 'statistics', 'statistics_counted'],
  retention: {
    statistic_marks: 'nothing of people',
    statistics: 'nothing of people',
    statistics_counted: 'nothing of people',
  },
  across: [
    { sql: 'mark_written_letters', writes: ['letters'], because: LEAVES_ITS_MARK },
    { sql: 'mark_letter', writes: ['letters'], because: LEAVES_ITS_MARK },
    { sql: 'mark_made_pledges', writes: ['actions'], because: LEAVES_ITS_MARK },
    { sql: 'mark_pledge', writes: ['actions'], because: LEAVES_ITS_MARK },
    { sql: 'mark_joined', writes: ['campaign_supporters'], because: LEAVES_ITS_MARK },
  ],
  demonstration: { removed: deleteTried },
  office: [
    officePage(statisticsAddresses.statistics, 'statistics.read', statisticsPage, statisticsQuery, {
      navigation: { label: 'statistics.title', group: 'work', order: 40 },
    }),
  ],
  campaignLinks: [
    {
      label: 'statistics.ofCampaign',
      who: 'statistics.read',
      link: (lang, campaign) => statisticsAddresses.statistics(lang, { campaign }),
    },
  ],
  styles: ['styles.css'],
  failures: [{ error: 'NoSuchStatisticsError', means: 'unknown' }],
  addresses: statisticsAddresses,
  pulses: ({ patient }) => [
    { name: 'statistics', seconds: 60, run: () => countHappenings(patient.database, patient.settings.TIME_ZONE) },
  ],
};
