import type { View } from '../http/view.ts';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';
import { WhoseCampaign } from './whose-campaign.tsx';

interface Props {
  readonly view: View;
  readonly campaign: Pick<Campaign, 'slug' | 'text' | 'langs' | 'controller'>;
}

/** Of which campaign a page is and whose that is, and the way to it, where there is one for everybody. */
export function CampaignLine({ view, campaign }: Props) {
  const { slug, text, langs } = campaign;
  const page = langs.includes(view.lang) && campaignAddresses.campaign(view.lang, slug);
  return (
    <div className="noprint">
      <p className="over">{page ? <a href={page}>{text.name}</a> : text.name}</p>
      <WhoseCampaign view={view} campaign={campaign} />
    </div>
  );
}

/** A title of one campaign's page: two campaigns have such pages. */
export function titleIn(title: string, { text }: Pick<Campaign, 'text'>): string {
  return `${title} · ${text.name}`;
}
