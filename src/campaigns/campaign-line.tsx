import type { View } from '../http/view.ts';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';

interface Props {
  readonly view: View;
  readonly campaign: Pick<Campaign, 'slug' | 'text' | 'langs'>;
}

/** Of which campaign a page is, and the way to it, where there is one for everybody. */
export function CampaignLine({ view, campaign: { slug, text, langs } }: Props) {
  const page = langs.includes(view.lang) && campaignAddresses.campaign(view.lang, slug);
  return <p className="over noprint">{page ? <a href={page}>{text.name}</a> : text.name}</p>;
}

/** A title of one campaign's page: two campaigns have such pages. */
export function titleIn(title: string, { text }: Pick<Campaign, 'text'>): string {
  return `${title} · ${text.name}`;
}
