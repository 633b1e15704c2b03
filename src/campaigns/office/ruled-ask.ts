import { NotFoundError } from '../../http/answer.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { type RuledAsk, selectRuledAsks } from '../ask-rules-queries.ts';
import { selectSettingRow } from '../campaign-queries.ts';
import type { ItemRow } from './item-queries.ts';
import { itemsOf } from './worded-item.ts';

/** An ask with the others of its campaign, as the office rules them. */
export interface Ruling {
  readonly campaign: ItemRow;
  readonly row: ItemRow;
  readonly rows: readonly ItemRow[];
  readonly ask: RuledAsk;
  readonly asks: readonly RuledAsk[];
  readonly plainForMonths: number;
}

/** The ask of an address. @throws NotFoundError */
export async function rulingOf(request: StaffRequest): Promise<Ruling> {
  const { app, params } = request;
  const [campaign, ...rows] = await itemsOf(request);
  const settings = await selectSettingRow(app.database, campaign.slug, false);
  const asks = await selectRuledAsks(app.database, campaign.id);
  const ask = asks.find(({ slug }) => slug === params.ask);
  const row = rows.find(({ ask: slug }) => slug === params.ask);
  if (!settings || !ask || !row) throw new NotFoundError('an ask');
  return { campaign, row, rows, ask, asks, plainForMonths: settings.plainForMonths };
}
