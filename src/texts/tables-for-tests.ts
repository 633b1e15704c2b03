import { id, now, operator, somebody, unknown } from '../../test/support/rows.ts';
import type { Tables } from '../../test/support/tables.ts';

export const tables: Tables = {
  text_versions: {
    possible: {
      item_id: id(20),
      lang: 'en',
      number: 1,
      words: '{"name":"One"}',
      made_at: now,
      made_by: somebody,
    },
    another: { number: 2 },
    besides: [
      {
        item_id: id(20),
        lang: 'fr',
        number: 1,
        words: '{"name":"Un"}',
        made_by: somebody,
        source_lang: 'en',
        source_number: 1,
      },
    ],
    impossible: {
      text_versions_lang: { lang: 'de-AT' },
      text_versions_number: { number: 0 },
      text_versions_words: { words: '[]' },
      text_versions_made_by: { made_by: unknown },
      text_versions_source: { source_lang: 'es', source_number: 1 },
      text_versions_translated: [{ source_lang: 'fr' }, { source_number: 1 }, { source_lang: 'en', source_number: 1 }],
      text_versions_one_original: { lang: 'es', number: 1 },
    },
    moment: 'made_at',
    texts: { lang: 'a language, which a list holds where the words stand' },
    decided: {
      row: { made_by: operator },
      goes: `DELETE FROM publications`,
    },
  },
};
