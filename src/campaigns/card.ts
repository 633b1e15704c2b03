import type { ShownHandler } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { drawnFrom } from '../publications/visible-to.ts';
import { whoseSite } from '../site/components/header.tsx';
import { shareCard } from '../site/drawings/share-card.ts';
import { drawPicture } from '../site/pictures/pictures.ts';
import type { Campaign } from './campaign.ts';
import { campaignOf } from './find-campaign.ts';

/** Pixels. */
const WIDTH = 1_200;

/** What networks show beside a link to a campaign, in the language of the page: its name, what it is for, and whose page it is. */
export const campaignCard: ShownHandler = async (request) =>
  drawnFrom(await campaignOf(request), async (campaign) => {
    const { bytes: body } = await drawPicture(cardOf(request.view, campaign), WIDTH);
    return { kind: 'file', type: 'image/png', body, tags: ['campaigns'] } as const;
  });

function cardOf(view: View, { text }: Campaign): string {
  const { name, meaning, tagline } = text;
  return shareCard({ title: name, meaning, text: [tagline], by: whoseSite(view), rtl: view.dir === 'rtl' });
}
