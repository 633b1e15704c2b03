import type { Queries } from '../database/database.ts';
import type { Visible } from '../http/visible.ts';
import { alwaysPublic } from '../publications/visible-to.ts';
import { selectTally, type Tally } from './tally-queries.ts';

export { addUpTallies, markAction, type Tally } from './tally-queries.ts';

/** How many took part in a campaign, as everybody is told who sees it. */
export async function tallyOf(queries: Queries, campaignId: string): Promise<Visible<Tally>> {
  return alwaysPublic(
    await selectTally(queries, campaignId),
    'numbers of people by country, of whom nothing else is told',
  );
}
