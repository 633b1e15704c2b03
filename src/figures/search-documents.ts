import type { Lang } from '../config/langs.ts';
import type { Reads, SearchDocuments } from '../http/search-document.ts';
import { words } from '../locales/words.ts';
import { alwaysPublic } from '../publications/visible-to.ts';
import { recordAddresses } from '../record/addresses.ts';
import { figureRule, figureTitle } from './figure-words.ts';
import { figureIds } from './figures.ts';
import { explainerSlugs } from './learn-page.tsx';

const BECAUSE = 'they are titles and rules of the program, without a number';

/** Figures by what they count, and the pages that explain. */
export const searchDocuments: readonly SearchDocuments[] = [
  {
    about: 'figures',
    tags: [],
    of: async (_: Reads, lang: Lang) =>
      alwaysPublic(
        figureIds.map((id) => figureDocument(lang, id)),
        BECAUSE,
      ),
  },
  {
    about: 'explainers',
    tags: [],
    of: async (_: Reads, lang: Lang) =>
      alwaysPublic(
        explainerSlugs.map((slug) => explainerDocument(lang, slug)),
        BECAUSE,
      ),
  },
];

function figureDocument(lang: Lang, id: (typeof figureIds)[number]) {
  const spoken = words(lang);
  return { id, link: recordAddresses.figure(lang, id), title: figureTitle(spoken, id), text: figureRule(spoken, id) };
}

function explainerDocument(lang: Lang, slug: (typeof explainerSlugs)[number]) {
  const { t } = words(lang);
  const [title, text] = [t(`record.learn.${slug}.title`), t(`record.learn.${slug}.lead`)];
  return { id: slug, link: recordAddresses.learn(lang, slug), title, text };
}
