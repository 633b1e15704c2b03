import type { Queries } from '../database/database.ts';
import type { Visible } from '../http/visible.ts';
import { alwaysPublic } from '../publications/visible-to.ts';
import { FEWEST_SHOWN } from './fewest-shown.ts';
import { selectPeopleNow, selectTally, selectTallyIn, type Tally, type TallyIn } from './tally-queries.ts';

export { addUpTallies, markAction, type Tally } from './tally-queries.ts';

/** How many took part in a campaign, as everybody is told who sees it. */
export async function tallyOf(queries: Queries, campaignId: string): Promise<Visible<Tally>> {
  return alwaysPublic(
    await selectTally(queries, campaignId),
    'numbers of people by country, of whom nothing else is told',
  );
}

/** How many took part in one country, as everybody is told: nothing where they are so few, or none, that somebody might be recognised. */
export async function tallyShownIn(
  queries: Queries,
  campaignId: string,
  country: string,
): Promise<Visible<{ readonly counted?: TallyIn }>> {
  const tally = await selectTallyIn(queries, campaignId, country);
  return alwaysPublic(
    tally.people >= FEWEST_SHOWN ? { counted: tally } : {},
    'a number of people of one country, large enough that nobody is recognised in it',
  );
}

/** How many people are in a campaign at this moment, those included who joined since counts were last added up. */
export async function peopleNow(queries: Queries, campaignId: string): Promise<Visible<{ readonly people: number }>> {
  return alwaysPublic(await selectPeopleNow(queries, campaignId), 'a number of people, of whom nothing else is told');
}
