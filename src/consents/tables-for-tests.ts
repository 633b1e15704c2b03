import { before, bytes, id, now, person, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';
import { langs } from '../config/langs.ts';
import { purposes } from './consent-texts.ts';

export const tables: Tables = {
  consent_texts: {
    possible: { id: bytes('c', 16), lang: 'en', words: 'I agree.' },
    another: { id: bytes('f', 16) },
    formerName: 'wordings',
    impossible: { consent_texts_id_check: { id: '\\x01' }, consent_texts_lang: { lang: 'de' } },
    moment: 'first_used_at',
    says: 'words',
    lists: { lang: langs },
    texts: { words: 'what readers are shown' },
  },
  consents: {
    possible: {
      supporter_key: person,
      id: id(10),
      action_id: id(9),
      purpose: 'act',
      controller_id: id(19),
      controller: 'Coalition',
      wording: bytes('c', 16),
      lang: 'en',
      given_at: now,
    },
    another: { id: id(110), purpose: 'news' },
    // To which a name that is offered refers.
    besides: [
      {
        ...{ supporter_key: person, id: id(120), action_id: id(9), purpose: 'public-name', controller_id: id(19) },
        ...{ controller: 'Coalition', wording: bytes('c', 16), lang: 'en', given_at: now, withdrawn_at: now },
      },
    ],
    after: ['actions'],
    impossible: {
      consents_action: { action_id: unknown },
      consents_wording_fkey: [{ wording: person }, { lang: 'fr' }],
      consents_purpose_check: { purpose: 'all' },
      consents_controller_id: { controller_id: unknown },
      consents_in_order: { withdrawn_at: before },
      consents_once: { purpose: 'act' },
    },
    moment: 'given_at',
    says: 'controller',
    lists: { purpose: purposes },
    texts: { controller: 'what somebody or something is called' },
    order: [['given_at', 'withdrawn_at']],
  },
};
