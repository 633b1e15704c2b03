import type { Handler } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { whoseSite } from '../site/components/header.tsx';
import { shareCard } from '../site/drawings/share-card.ts';
import { drawPicture } from '../site/pictures/pictures.ts';
import type { Campaign } from './campaign.ts';
import { campaignOf } from './find-campaign.ts';

/** Pixels. */
const WIDTH = 1_200;

/** What networks show beside a link to a campaign, in the language of the page: its name, what it is for, and whose page it is. */
export const campaignCard: Handler = async (request) => {
  const drawing = cardOf(request.view, await campaignOf(request));
  return { kind: 'file', type: 'image/png', body: (await drawPicture(drawing, WIDTH)).bytes, tags: ['campaigns'] };
};

function cardOf(view: View, { text }: Campaign): string {
  const { name, meaning, tagline } = text;
  return shareCard({ title: name, meaning, text: tagline, by: whoseSite(view), rtl: view.dir === 'rtl' });
}
