import { randomUUIDv7 } from 'node:crypto';
import { isDemonstration } from '../controllers/install.ts';
import type { App } from '../http/app.ts';
import { type Opening, readSealed, UNREADABLE } from '../sealing/read-sealed.ts';
import { seal } from '../sealing/sealing.ts';
import { deleteOld, insertOutboxMail, selectOutbox, selectOutboxMail } from './outbox-queries.ts';
import { OUTBOX_DAYS } from './retention.ts';

/** No more than so much stays on this machine. */
const MOST_KEPT = 5_000;

const CANT_BE_OPENED = 'Subject: (can’t be opened: moved, damaged, or another key)\r\n\r\n';

export interface OutboxMail {
  readonly id: string;
  readonly at: Date;
  /** The whole message as it would have left (RFC 5322). */
  readonly message: string;
}

/** Keeps a mail on this machine instead of sending it, sealed like everything of supporters. */
export async function keepInOutbox(app: Pick<App, 'database' | 'keys' | 'settings'>, message: Buffer): Promise<void> {
  const id = randomUUIDv7();
  const sealed = seal(app.keys, 'outbox.message_sealed', [id], message.toString('latin1'));
  await insertOutboxMail(app.database, id, sealed, isDemonstration(app.settings));
}

/** The newest mails first; those of a demonstration in a demonstration alone. */
export async function outboxMails(
  app: Pick<App, 'database' | 'settings'> & Opening,
  limit: number,
): Promise<OutboxMail[]> {
  const rows = await selectOutbox(app.database, isDemonstration(app.settings), limit);
  return rows.map((row) => opened(app, row));
}

export async function outboxMail(
  app: Pick<App, 'database' | 'settings'> & Opening,
  id: string,
): Promise<OutboxMail | undefined> {
  const row = await selectOutboxMail(app.database, isDemonstration(app.settings), id);
  return row && opened(app, row);
}

/** One that can't be opened stands there as a mail that says so. */
function opened(app: Opening, row: { id: string; created_at: Date; message_sealed: Buffer }): OutboxMail {
  const message = readSealed(app, 'outbox.message_sealed', [row.id], row.message_sealed);
  return { id: row.id, at: row.created_at, message: message === UNREADABLE ? CANT_BE_OPENED : message };
}

export async function emptyOldOutbox(app: Pick<App, 'database'>, now: Date): Promise<void> {
  await deleteOld(app.database, { before: new Date(now.getTime() - OUTBOX_DAYS * 86_400_000), most: MOST_KEPT });
}
