import type { Site } from './site.ts';

/** More than any test sends: what is tested is not the pace. */
const PLENTY = 3_600_000;

/** Gives an office of a state an e-mail address, as staff would by an import. @returns the office's id */
export async function addresseeWithMail(site: Site, office: string, address: string, state = 'KEN'): Promise<string> {
  const { database } = site.fresh;
  const { id } = await database
    .selectFrom('representatives')
    .select('id')
    .where('state', '=', state)
    .where('office', '=', office)
    .executeTakeFirstOrThrow();
  await database.insertInto('channels').values({ representative_id: id, kind: 'email', value: address }).execute();
  await database.updateTable('mailboxes').set({ hourly_budget: PLENTY }).where('address', '=', address).execute();
  const domain = { domain: address.split('@')[1]?.toLowerCase() ?? '', hourly_budget: PLENTY };
  await database
    .insertInto('receiving_domains')
    .values(domain)
    .onConflict((known) => known.doNothing())
    .execute();
  return id;
}

/** An office whose address nobody knows. */
export async function addresseeWithoutMail(site: Site, office: string, state = 'KEN'): Promise<string> {
  const { database } = site.fresh;
  const { id } = await database
    .selectFrom('representatives')
    .select('id')
    .where('state', '=', state)
    .where('office', '=', office)
    .executeTakeFirstOrThrow();
  return id;
}
