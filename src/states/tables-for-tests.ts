import { id, operator, somebody, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { risks } from './risks.ts';

export const tables: Tables = {
  states: {
    possible: { iso3: 'KEN', iso2: 'KE', risk_source: 'A report', risk_judged_on: '2026-07-17' },
    another: { iso3: 'FRA', iso2: 'FR' },
    impossible: {
      states_iso3_check: { iso3: 'Ken' },
      states_iso2_check: { iso2: 'k1' },
      states_iso2_key: { iso2: 'KE' },
      states_risk_check: { risk: 'none' },
      states_risk_source: { risk_judged_on: null },
      states_open: { risk: 'open', risk_source: null },
    },
    moment: 'risk_judged_on',
    says: 'risk_source',
    lists: { risk: risks },
    texts: {
      iso2: 'the code of a state; what writes much is looked at once a day',
      iso3: 'the code of a state; what writes much is looked at once a day',
      risk_source: 'somebody’s own words, for whoever asks later',
    },
  },
  risk_judgements: {
    possible: {
      id: id(29),
      state: 'KEN',
      level: 'warn',
      because: 'read',
      source: 'A report',
      judged_on: '2026-07-17',
      made_by: somebody,
    },
    another: { id: id(129) },
    impossible: {
      risk_judgements_state: { state: 'FRA' },
      risk_judgements_level: { level: 'none' },
      risk_judgements_made_by: { made_by: unknown },
      risk_judgements_open: { level: 'open', source: null },
    },
    moment: 'judged_on',
    says: 'because',
    lists: { level: risks },
    texts: {
      because: 'somebody’s own words, for whoever asks later',
      source: 'somebody’s own words, for whoever asks later',
    },
    inNoOrder: {
      judged_on: 'the day of a source, in the organisation’s zone; one to come is refused where it is typed',
      made_at: 'the same',
    },
    decided: { row: { made_by: operator } },
  },
};
