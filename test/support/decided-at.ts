import { randomUUID } from 'node:crypto';
import { SYSTEM } from '../../src/actors/actors.ts';
import type { Platform } from './platform.ts';

/** An erasure that was asked for at a moment, and decided then or not at all. @returns its id */
export async function erasureAt({ app, keyOf }: Platform, email: string, at: Date, decided: boolean): Promise<string> {
  const row = {
    ...{ proof: 'known', requested_by: SYSTEM, requested_at: at },
    ...(decided
      ? { state: 'refused', decided_by: SYSTEM, decided_at: at }
      : { about: keyOf(email), reason: 'Wrote by post' }),
  };
  const made = await app.database.insertInto('erasures').values(row).returning('id').executeTakeFirstOrThrow();
  return made.id;
}

/** The same of a request of an addressee. @returns its id */
export async function requestOfAddressee({ app }: Platform, at: Date, decided: boolean): Promise<string> {
  const { database } = app;
  const { id } = await database.selectFrom('representatives').select('id').limit(1).executeTakeFirstOrThrow();
  const channel = { representative_id: id, kind: 'email', value: `${randomUUID()}@gov.example` };
  const made = await database.insertInto('channels').values(channel).returning('id').executeTakeFirstOrThrow();
  const request = {
    channel_id: made.id,
    kind: 'report-forgery',
    detail: 'A letter that was not ours',
    asked_at: at,
    ...(decided ? { state: 'refused', decided_by: SYSTEM, decided_at: at } : {}),
  };
  const row = await database.insertInto('addressee_requests').values(request).returning('id').executeTakeFirstOrThrow();
  return row.id;
}
