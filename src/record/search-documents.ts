import type { Lang } from '../config/langs.ts';
import type { Reads, SearchDocument, SearchDocuments } from '../http/search-document.ts';
import { words } from '../locales/words.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { recordAddresses } from './addresses.ts';
import type { Docket } from './docket.ts';
import { caseName, caseTitle, personName, situationName } from './names.ts';
import { docketOf } from './record.ts';

function made(about: string, of: (docket: Docket, lang: Lang) => readonly SearchDocument[]): SearchDocuments {
  const documents = fromVisible(
    ({ database }: Reads, _lang: Lang) => docketOf(database),
    (docket, _, lang) => of(docket, lang),
  );
  return { about, tags: ['record'], of: documents };
}

/** What is public of the record: the docket holds nothing else. */
export const searchDocuments: readonly SearchDocuments[] = [
  made('situations', ({ situations }, lang) =>
    [...situations].map(([slug, situation]) => ({
      id: slug,
      link: recordAddresses.situation(lang, slug),
      title: situationName(lang, situation),
      text: situation.name,
    })),
  ),
  made('cases', ({ cases }, lang) =>
    [...cases].map(([slug, one]) => ({
      id: slug,
      link: recordAddresses.case(lang, slug),
      title: caseName(lang, one),
      text: [caseTitle(words(lang), one), one.name].join('\n'),
    })),
  ),
  made('people', ({ people }, lang) =>
    [...people].map(([slug, person]) => ({
      id: slug,
      link: recordAddresses.person(lang, slug),
      title: personName(lang, person),
      text: person.name,
    })),
  ),
];
