import type { Site } from './site.ts';

/** Gives an office of a state an e-mail address, as staff would by an import. @returns the office's id */
export async function officeWithMail(site: Site, office: string, address: string, state = 'KEN'): Promise<string> {
  const { database } = site.fresh;
  const { id } = await database
    .selectFrom('representatives')
    .select('id')
    .where('state', '=', state)
    .where('office', '=', office)
    .executeTakeFirstOrThrow();
  await database.insertInto('channels').values({ representative_id: id, kind: 'email', value: address }).execute();
  return id;
}

/** An office whose address nobody knows. */
export async function officeWithoutMail(site: Site, office: string, state = 'KEN'): Promise<string> {
  const { database } = site.fresh;
  const { id } = await database
    .selectFrom('representatives')
    .select('id')
    .where('state', '=', state)
    .where('office', '=', office)
    .executeTakeFirstOrThrow();
  return id;
}
