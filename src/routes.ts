import { campaignAddresses } from './campaigns/addresses.ts';
import { getForOne, type Route } from './http/route.ts';
import { needsNoGate } from './publications/needs-no-gate.ts';
import { robotsOf } from './robots.ts';
import type { Room } from './room.ts';
import { siteAddresses } from './site/addresses.ts';
import { sitemapOf } from './sitemap.ts';

const toHome = needsNoGate('it leads on', async ({ lang }) => ({
  kind: 'redirect',
  status: 302,
  to: campaignAddresses.home(lang),
}));

/** Every public address: those of the rooms, and what leads to them. */
export function routesOf(rooms: readonly Room[]): readonly Route[] {
  return [
    getForOne(siteAddresses.root, toHome),
    ...rooms.flatMap(({ routes }) => routes ?? []),
    sitemapOf(rooms),
    robotsOf(rooms),
  ];
}
