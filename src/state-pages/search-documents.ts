import type { SearchDocuments } from '../http/search-document.ts';
import { stateAddresses } from '../states/addresses.ts';
import { listedName, stateName } from '../states/state-names.ts';
import { treatyRecordOf } from '../states/states-record.ts';

/** States, by each of their names. */
export const searchDocuments: SearchDocuments = {
  about: 'states',
  tags: ['states'],
  of: async ({ database }, lang) =>
    [...(await treatyRecordOf(database)).states].map(([iso3, state]) => ({
      id: iso3,
      link: stateAddresses.state(lang, iso3),
      title: listedName(lang, state),
      text: [stateName(lang, state), listedName('en', state), iso3].join('\n'),
    })),
};
