import type { ListedCampaign } from '../campaigns/campaign-settings.ts';
import { isTried } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';
import { type Counted, selectCounted } from './count-queries.ts';
import { type Happening, happenings, hasAsk, isHappening } from './happenings.ts';
import { isMonth, type Month, monthOf, monthsBetween } from './month.ts';
import { isOver, isTable, needsWholeMonth, type Table, tables } from './numbers.ts';
import { type OfCampaign, selectFirstDay } from './read-queries.ts';

/** Which numbers somebody looks at, and what else there is to look at. */
export interface Choice {
  readonly campaign: ListedCampaign;
  readonly of: OfCampaign;
  readonly table: Table;
  readonly happening: Happening;
  readonly month: Month;
  /** The latest first; none where nothing was counted of the campaign. */
  readonly months: readonly Month[];
  /** Undefined where nothing was ever counted. */
  readonly counted: Counted | undefined;
}

export type Chosen = Readonly<Partial<Record<'campaign' | 'by' | 'month' | 'of', string>>>;

/** What of a choice there is not. */
export class NoSuchStatisticsError extends Error {
  override readonly name = 'NoSuchStatisticsError';
}

/**
 * What is left out is chosen here, and so is a month of which nothing was counted.
 * @param campaigns those whose numbers somebody may see
 * @returns undefined where there is no campaign
 * @throws NoSuchStatisticsError
 */
export async function chooseStatistics(
  queries: Queries,
  campaigns: readonly ListedCampaign[],
  chosen: Chosen,
  today: string,
): Promise<Choice | undefined> {
  const campaign = chosen.campaign ? campaigns.find(({ slug }) => slug === chosen.campaign) : campaigns[0];
  if (!campaign && chosen.campaign) throw new NoSuchStatisticsError('campaign');
  if (!campaign) return undefined;
  const table = read(chosen.by, isTable, tables[0], 'by');
  const happening = read(chosen.of, isHappening, happenings[0], 'of');
  const of = { campaign: campaign.id, tried: isTried(campaign) };
  const [counted, first] = await Promise.all([selectCounted(queries), selectFirstDay(queries, of)]);
  const months = first ? monthsBetween(monthOf(first), monthOf(today)) : [];
  const otherwise = defaultMonth(table, months, counted) ?? monthOf(today);
  const typed = read(chosen.month, isMonth, otherwise, 'month');
  // Whoever chooses another campaign brings the month of the one before along.
  const month = months.includes(typed) ? typed : otherwise;
  return { campaign, of, table, happening: fitting(table, happening), month, months, counted };
}

function read<Word extends string>(
  typed: string | undefined,
  is: (text: string) => text is Word,
  otherwise: Word,
  what: string,
): Word {
  if (!typed) return otherwise;
  if (!is(typed)) throw new NoSuchStatisticsError(what);
  return typed;
}

/** The latest with numbers: the last that is over, where only such have any. */
function defaultMonth(table: Table, months: readonly Month[], counted: Counted | undefined): Month | undefined {
  if (!needsWholeMonth(table) || !counted) return months[0];
  return months.find((month) => isOver(month, counted.closedOn)) ?? months[0];
}

/** Who joins is of no ask: by ask there are letters. */
function fitting(table: Table, happening: Happening): Happening {
  return table === 'asks' && !hasAsk(happening) ? happenings[0] : happening;
}
