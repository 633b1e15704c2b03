import { NotFoundError } from '../../http/answer.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { type Publishing, readPublishing, seenOf } from '../publish-campaign.ts';
import type { ItemRow } from './item-queries.ts';

/** A campaign or an ask, with all of its campaign. */
export interface PublishingOne extends Publishing {
  readonly row: ItemRow;
}

/** The campaign or ask of an address. @throws NotFoundError */
export async function publishingOf({ app, params }: StaffRequest): Promise<PublishingOne> {
  const publishing = await readPublishing(app.database, params.slug ?? '');
  const row = publishing.rows.find(({ id }) => id === params.item);
  if (!row) throw new NotFoundError('a campaign or an ask');
  return { ...publishing, row };
}

/** As a form carries what was seen. */
export function carriedSeen(publishing: Publishing): readonly (readonly [string, string])[] {
  return [...seenOf(publishing)].map(([id, print]) => ['seen', `${id} ${print}`] as const);
}

/** As it comes back. */
export function seenIn(form: URLSearchParams): ReadonlyMap<string, string> {
  return new Map(form.getAll('seen').map((one) => one.split(' ', 2) as [string, string]));
}
