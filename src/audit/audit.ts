import { type ActorId, ADDRESSEE, SYSTEM } from '../actors/actors.ts';
import { daysBefore } from '../database/batches.ts';
import type { Queries } from '../database/database.ts';
import { deleteEntriesBefore, insertEntry } from './audit-queries.ts';
import { madeFrom } from './made-from.ts';
import { AUDIT_DAYS } from './retention.ts';

/** What was so of the changed fields. Nothing of supporters, nor their words, stands in it. */
export type Fields = Readonly<Record<string, string | number | boolean | null | readonly string[] | Date>>;

/** One change by a person. */
export interface Change {
  readonly by: ActorId;
  /** The room and what was done in it, e.g. `publications.hide`. */
  readonly operation: `${string}.${string}`;
  /** What kind of thing was changed, and which, as whoever runs this knows it: `['state', 'KEN']`. */
  readonly item: readonly [kind: string, name: string];
  readonly because?: string | undefined;
  readonly before?: Fields | undefined;
  readonly after?: Fields | undefined;
}

/**
 * Writes down what a person changes, in the transaction that changes it; what the program does by itself, or an addressee from its own
 * mailbox, is no entry. The database refuses what a person decides without one.
 */
export async function writeAudit(trx: Queries, { by, operation, item, because, before, after }: Change): Promise<void> {
  if (by === SYSTEM || by === ADDRESSEE) return;
  const [item_kind, name] = item;
  await insertEntry(trx, {
    made_by: by,
    made_from: madeFrom(),
    operation,
    item_kind,
    item: name.slice(0, 400),
    because: because?.trim() || null,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
  });
}

/** The duty. @returns how many went */
export function forgetOldEntries(queries: Queries, now: Date): Promise<number> {
  return deleteEntriesBefore(queries, daysBefore(now, AUDIT_DAYS));
}
