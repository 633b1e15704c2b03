import { cachedInMemory } from '../../database/memory-cache.ts';
import type { App } from '../../http/app.ts';
import type { Visible } from '../../http/visible.ts';
import { alwaysPublic } from '../../publications/visible-to.ts';
import type { Opening } from '../../sealing/read-sealed.ts';
import { NAMES } from './decide-names.ts';
import { shownName } from './shown-name.ts';
import { selectCampaignsWithNames, selectShown } from './shown-queries.ts';

/** As many as stand on a page. */
const ON_PAGE = 120;
/** Beyond them nobody turns pages. */
export const MOST_PAGES = 200;

export interface ShownNames {
  readonly names: readonly string[];
  readonly page: number;
  readonly more: boolean;
}

/** One page of the names that people agreed to have shown and somebody approved, in an order of chance, and nothing else of them. */
export async function shownNames(
  app: Pick<App, 'database'> & Opening,
  campaignId: string,
  page: number,
): Promise<Visible<ShownNames>> {
  const rows = await selectShown(app.database, campaignId, { limit: ON_PAGE + 1, offset: (page - 1) * ON_PAGE });
  const names = rows.slice(0, ON_PAGE).flatMap((row) => shownName(app, row) ?? []);
  return alwaysPublic(
    { names, page, more: rows.length > ON_PAGE && page < MOST_PAGES },
    'names whose people agreed that everybody sees them, approved by somebody, and nothing else of them',
  );
}

/** What shows a name and what takes one away drop it alike; a name itself is never kept. */
const campaignsWithNames = cachedInMemory(NAMES, selectCampaignsWithNames);

/** Whether a campaign has any. */
export async function hasNames({ database }: Pick<App, 'database'>, campaignId: string) {
  return alwaysPublic({ any: (await campaignsWithNames(database)).has(campaignId) }, 'whether any name is shown');
}
