import type { Queries } from '../database/database.ts';
import type { Visible } from '../http/visible.ts';
import { alwaysPublic } from '../publications/visible-to.ts';
import { selectPeopleNow, selectTally, type Tally } from './tally-queries.ts';

export { addUpTallies, markAction, type Tally } from './tally-queries.ts';

/** How many took part in a campaign, as everybody is told who sees it. */
export async function tallyOf(queries: Queries, campaignId: string): Promise<Visible<Tally>> {
  return alwaysPublic(
    await selectTally(queries, campaignId),
    'numbers of people by country, of whom nothing else is told',
  );
}

/** How many people are in a campaign at this moment, those included who joined since counts were last added up. */
export async function peopleNow(queries: Queries, campaignId: string): Promise<Visible<{ readonly people: number }>> {
  return alwaysPublic(await selectPeopleNow(queries, campaignId), 'a number of people, of whom nothing else is told');
}
