import type { Lang } from '../config/langs.ts';
import type { Campaign } from './campaign.ts';

/** One of a campaign's pages, in the languages in which the campaign is to be seen. */
export function ofCampaign(
  { slug, langs }: Pick<Campaign, 'slug' | 'langs'>,
  at: (lang: Lang, slug: string) => string,
): (lang: Lang) => string | undefined {
  return (lang) => (langs.includes(lang) ? at(lang, slug) : undefined);
}
