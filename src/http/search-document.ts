import type { Lang } from '../config/langs.ts';
import { synonymsOf } from '../locales/synonyms.ts';
import type { App } from './app.ts';
import type { Visible } from './visible.ts';

/** What somebody may find by words, in one language: a page, and what stands on it. All plain text. */
export interface SearchDocument {
  /** Of its kind, the same in each language. */
  readonly id: string;
  readonly link: string;
  readonly title: string;
  /** Other words by which it should be found; what others call the same things is added. */
  readonly text: string;
}

/** What they are read from. */
export type Reads = Pick<App, 'database'>;

/** The documents of one kind of thing. */
export interface SearchDocuments {
  readonly about: string;
  /** By which what was made of them is dropped, as pages are. */
  readonly tags: readonly string[];
  /** Those that everybody may see today. */
  readonly of: (app: Reads, lang: Lang) => Promise<Visible<readonly SearchDocument[]>>;
}

declare module './app.ts' {
  interface Handed {
    readonly searchDocuments: readonly SearchDocuments[];
  }
}

/** Every document of every room in one language. */
export async function allSearchDocuments(
  app: Pick<App, 'database' | 'handed'>,
  lang: Lang,
): Promise<readonly (SearchDocument & { readonly about: string })[]> {
  const kinds = app.handed.searchDocuments.map(async ({ about, of }) =>
    (await of(app, lang)).map((document) => ({ about, ...document, text: withSynonyms(lang, document) })),
  );
  return (await Promise.all(kinds)).flat();
}

function withSynonyms(lang: Lang, { title, text }: SearchDocument): string {
  return [text, ...synonymsOf(lang, `${title}\n${text}`)].join('\n');
}
