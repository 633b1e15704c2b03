import { before, id, now, person, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { langs } from '../config/langs.ts';
import { nameStates, refusalReasons } from './names/name-decisions.ts';

export const tables: Tables = {
  offered_names: {
    possible: {
      ...{
        supporter_key: person,
        consent_id: id(10),
        action_id: id(9),
        campaign_id: id(5),
        country: 'KEN',
        lang: 'en',
      },
      ...{ state: 'refused', because: 'no-name', offered_at: now, since: now },
    },
    another: { consent_id: id(120) },
    impossible: {
      offered_names_consent: { consent_id: unknown },
      offered_names_country: { country: 'ke' },
      offered_names_lang: { lang: 'de' },
      offered_names_state: { state: 'perhaps', because: null },
      offered_names_because: { because: 'mood' },
      offered_names_refused: [{ because: null }, { state: 'shown' }],
      offered_names_undecided: { state: 'offered', because: null, offered_at: before },
      offered_names_in_order: { since: before },
    },
    moment: 'since',
    lists: { lang: langs, state: nameStates, because: refusalReasons },
    texts: { country: 'the code of a state, as the action has it' },
    order: [['offered_at', 'since']],
  },
};
