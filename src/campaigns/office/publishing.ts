import { NotFoundError } from '../../http/answer.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import type { Publication } from '../../publications/publication.ts';
import { publicationsOf } from '../../publications/publications.ts';
import { type RuledAsk, selectRuledAsks } from '../ask-rules-queries.ts';
import type { Publishable } from '../publish-campaign.ts';
import type { ItemRow } from './item-queries.ts';
import { itemOf, itemsOf } from './worded-item.ts';

/** A campaign or an ask, and what stands between it and readers. */
export interface Publishing {
  readonly row: ItemRow;
  readonly rows: readonly ItemRow[];
  readonly asks: readonly RuledAsk[];
  readonly publications: ReadonlyMap<string, Publication>;
}

/** The campaign or ask of an address. @throws NotFoundError */
export async function publishingOf(request: StaffRequest): Promise<Publishing> {
  const { app, params } = request;
  const rows = await itemsOf(request);
  const row = rows.find(({ id }) => id === params.item);
  if (!row) throw new NotFoundError('a campaign or an ask');
  const asks = await selectRuledAsks(app.database, rows[0].id);
  return { row, rows, asks, publications: await publicationsOf(app.database, 'campaign', 'ask') };
}

/** As it is published. */
export function publishable(row: ItemRow, { publications }: Publishing): Publishable {
  const { id, kind, name } = itemOf(row);
  const shown = [...(publications.get(id)?.publicFrom.keys() ?? [])];
  return { id, kind, name, written: row.texts.map(({ lang }) => lang), shown };
}

/** Whether an ask is made, as far as it is published: nobody withdrew or hid it. */
export function isMade(asks: readonly RuledAsk[], id: string): boolean {
  return asks.some((ask) => ask.id === id && !ask.barred);
}
