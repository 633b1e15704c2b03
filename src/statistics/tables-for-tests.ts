import { id, now, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { langs } from '../config/langs.ts';
import { happenings } from './happenings.ts';

const languages = [...langs, 'und'];
const code = 'the code of a state; what writes much is looked at once a day';
const taken = 'what somebody says otherwise later is taken from it';

export const tables: Tables = {
  statistic_marks: {
    possible: { campaign_id: id(5), country: 'KEN', lang: 'en', happening: 'joined', at: now, tried: false, number: 1 },
    impossible: {
      statistic_marks_country: { country: 'ke' },
      statistic_marks_lang: { lang: 'de' },
      statistic_marks_happening: { happening: 'seen' },
    },
    moment: 'at',
    lists: { lang: languages, happening: happenings },
    texts: { country: code },
    apart: { number: taken },
  },
  statistics: {
    possible: { campaign_id: id(5), tried: false, happening: 'joined', day: '2026-03-02', number: 5 },
    another: { lang: 'en' },
    impossible: {
      statistics_campaign_id_fkey: { campaign_id: unknown },
      statistics_country: { lang: null, country: 'ke' },
      statistics_lang: { lang: 'de' },
      statistics_happening: { happening: 'seen' },
      statistics_by_one: [{ country: 'KEN' }, { ask_id: id(6) }],
      statistics_once: { lang: null },
    },
    moment: 'day',
    lists: { lang: languages, happening: happenings },
    texts: { country: code },
    apart: { number: taken },
  },
  statistics_counted: {
    possible: { counted_at: now, closed_on: '2026-03-01' },
    another: { closed_on: '2026-03-02' },
    moment: 'counted_at',
    inNoOrder: { counted_at: 'of the clock', closed_on: 'of the zone’s calendar, and stays where a clock is set back' },
  },
};
