import type { Lang } from '../config/langs.ts';
import type { Reads, SearchDocuments } from '../http/search-document.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { stateAddresses } from '../states/addresses.ts';
import { listedName, stateName } from '../states/state-names.ts';
import { treatyRecordOf } from '../states/states-record.ts';

/** States, by each of their names. */
export const searchDocuments: SearchDocuments = {
  about: 'states',
  tags: ['states'],
  of: fromVisible(
    ({ database }: Reads, _lang: Lang) => treatyRecordOf(database),
    ({ states }, _, lang) =>
      [...states].map(([iso3, state]) => ({
        id: iso3,
        link: stateAddresses.state(lang, iso3),
        title: listedName(lang, state),
        text: [stateName(lang, state), listedName('en', state), iso3].join('\n'),
      })),
  ),
};
