import type { Database } from '../database/database.ts';
import { dropPages } from '../http/invalidation.ts';
import { PlainForMonths } from './campaign-text.ts';

/** What an operator typed can't be done; the message says what can. */
export class WrongLimit extends Error {
  override readonly name = 'WrongLimit';
}

export interface PlainLimit {
  readonly slug: string;
  readonly months: number;
}

/** How old what is known may be, in months, for each campaign's asks to be made plainly. */
export async function plainLimits(database: Database): Promise<PlainLimit[]> {
  return database
    .selectFrom('campaigns')
    .select(['slug', 'plain_for_months as months'])
    .orderBy('opens_at')
    .orderBy('slug')
    .execute();
}

/**
 * Sets the limit of one campaign; pages, feeds and letters that begin afterwards follow it.
 * @param typed months, in digits
 * @throws WrongLimit naming the number or the campaign
 */
export async function setPlainLimit(database: Database, slug: string, typed: string): Promise<PlainLimit> {
  const { data: months, success } = PlainForMonths.safeParse(/^\d{1,4}$/.test(typed) ? Number(typed) : undefined);
  if (!success) throw new WrongLimit(`MONTHS: a whole number from 0 to 600, not “${typed}”`);
  return database.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('campaigns')
      .set({ plain_for_months: months })
      .where('slug', '=', slug)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new WrongLimit(await noSuch(database, slug));
    await dropPages(trx, ['campaigns'], 'refresh');
    return { slug, months };
  });
}

async function noSuch(database: Database, slug: string): Promise<string> {
  const known = (await plainLimits(database)).map((one) => one.slug);
  return `no campaign “${slug}”; there ${known.length > 0 ? `are: ${known.join(', ')}` : 'are none yet'}`;
}
