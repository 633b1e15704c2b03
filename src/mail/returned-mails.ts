import { randomUUIDv7 } from 'node:crypto';
import type { ActorId } from '../actors/actors.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Database, Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import { type Opening, readSealed, type Unreadable } from '../sealing/read-sealed.ts';
import { seal } from '../sealing/sealing.ts';
import { RETURNED_MAIL_DAYS } from './retention.ts';
import {
  deleteReturnedBefore,
  insertReturned,
  type ReturnedMail,
  selectReturnedMail,
  setReturnedSettled,
} from './returned-mail-queries.ts';

export {
  countReturned,
  countUnread,
  eraseReturned,
  type ReturnedMail,
  returnedKinds,
  returnedMails,
  selectLastReturned as lastReturned,
  settleReturnedOf,
} from './returned-mail-queries.ts';

/** Of one mail of ours, so that whoever holds its return path can't fill the database. */
const MOST_OF_ONE = 3;
const LARGEST_KEPT = 64 * 1024;

/**
 * Keeps what came back and was not understood, or is an answer that went the wrong way; sealed, for 30 days, and no more than three for
 * each mail of ours.
 */
export async function keepReturned(
  app: Pick<App, 'keys'>,
  queries: Queries,
  mail: { bounceId: Buffer; kind: ReturnedMail['kind']; raw: Buffer },
): Promise<void> {
  const id = randomUUIDv7();
  const sealed = seal(
    app.keys,
    'returned_mails.message_sealed',
    [id],
    mail.raw.subarray(0, LARGEST_KEPT).toString('latin1'),
  );
  await insertReturned(queries, { id, bounceId: mail.bounceId, kind: mail.kind, sealed }, MOST_OF_ONE);
}

/** The message itself (RFC 5322), its bytes as Latin-1. */
export async function readReturned(
  app: Pick<App, 'database'> & Opening,
  id: string,
): Promise<string | Unreadable | undefined> {
  const row = await selectReturnedMail(app.database, id);
  return row && readSealed(app, 'returned_mails.message_sealed', [row.id], row.message_sealed);
}

/** Somebody has read it. @returns false where none such waits */
export function settleReturned(database: Database, id: string, by: ActorId): Promise<boolean> {
  return database.transaction().execute(async (trx) => {
    if (!(await setReturnedSettled(trx, id, by))) return false;
    await writeAudit(trx, { by, operation: 'mail.settle-returned', item: ['returned-mail', id] });
    return true;
  });
}

export function forgetOldReturned(queries: Queries, now: Date): Promise<number> {
  return deleteReturnedBefore(queries, new Date(now.getTime() - RETURNED_MAIL_DAYS * 86_400_000));
}
