import { langs } from '../../config/langs.ts';
import type { View } from '../../http/view.ts';
import { languageName, list } from '../../locales/format.ts';
import type { Publication } from '../../publications/publication.ts';

/** Whether something is published in any language, or will be. */
export function isPublished(publication: Publication | undefined): boolean {
  return publication !== undefined && publication.publicFrom.size > 0;
}

/** In which languages something is published, or will be; that somebody keeps it from readers comes first. */
export function publishedIn(view: View, publication: Publication | undefined): string {
  if (publication?.hidden) return view.t('campaigns.desk.state.hidden');
  if (publication?.withdrawnAt) return view.t('campaigns.desk.state.withdrawn');
  if (!publication || !isPublished(publication)) return view.t('campaigns.desk.published.none');
  const names = langs.filter((lang) => publication.publicFrom.has(lang)).map((lang) => languageName(view.lang, lang));
  return list(view.lang, names);
}
