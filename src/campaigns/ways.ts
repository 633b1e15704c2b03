import type { Lang } from '../config/langs.ts';
import { letterAddresses } from '../letters/addresses.ts';
import { pledgeAddresses } from '../pledges/addresses.ts';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';

export type Way = Campaign['text']['ways'][number];

/** What helps most now, first; whatever else a campaign names comes after. */
const order = ['write', 'join', 'public', 'announcement', 'video', 'material'];
/** Ways on which somebody gives a name, to us or to everybody. */
const named = ['write', 'join', 'public'];

/** @param nameless only those on which nobody gives a name: for countries in which that could harm somebody */
export function waysInOrder(ways: readonly Way[], nameless: boolean): readonly Way[] {
  const place = ({ id }: Way) => (order.includes(id) ? order.indexOf(id) : order.length);
  return ways.filter(({ id }) => !nameless || !named.includes(id)).toSorted((one, other) => place(one) - place(other));
}

/** Where a way to take part leads. @param state the country of who takes it, where it is known */
export function wayAddress(lang: Lang, slug: string, id: string, state?: string): string {
  switch (id) {
    case 'write':
      return letterAddresses.write(lang, slug, { state });
    case 'join':
      return pledgeAddresses.join(lang, slug, { state });
    case 'public':
      return campaignAddresses.share(lang, slug);
    default:
      return `${campaignAddresses.campaign(lang, slug)}#${id}`;
  }
}
