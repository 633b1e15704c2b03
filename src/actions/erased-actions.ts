import { createHash } from 'node:crypto';
import { BATCH, daysBefore, untilDone } from '../database/batches.ts';
import type { Database, Queries } from '../database/database.ts';
import type { App } from '../http/app.ts';
import type { OpenedLink } from '../sealing/mailed-link.ts';
import { dayIn, type TimeZone } from '../text/time-zone.ts';
import { deleteErased, type ErasedRow, insertErased, selectErased } from './erased-queries.ts';
import type { Became, EndedAction, HangsOnActions } from './hangs-on-actions.ts';
import { ERASED_DAYS } from './retention.ts';

export type { ErasedRow } from './erased-queries.ts';

/** Why and when actions are deleted, and the zone in which days are told. */
export interface Erasing {
  readonly asked: boolean;
  readonly now: Date;
  readonly zone: TimeZone;
}

/** Of a link and nothing else: the action's id is random, and gone with it. */
function digestOf({ supporterKey, id }: EndedAction): Buffer {
  return createHash('sha256').update('erased action').update(supporterKey).update(id).digest();
}

/**
 * Leaves for whoever holds the link of an action that is deleted whether it had been sent, to how many and on which days. Called while
 * what hangs on it is still there.
 * @param actions those that had been confirmed
 */
export async function leaveErased(
  trx: Queries,
  rooms: readonly Pick<HangsOnActions, 'became'>[],
  actions: readonly EndedAction[],
  { asked: onRequest, now, zone }: Erasing,
): Promise<void> {
  if (actions.length === 0) return;
  const all: Became[] = [];
  for (const { became } of rooms) all.push(...((await became?.(trx, actions)) ?? []));
  const of = Map.groupBy(all, ({ action }) => action);
  await insertErased(
    trx,
    actions.map((action) => ({
      digest: digestOf(action),
      erased_at: now,
      asked: onRequest,
      ...counted(of.get(action.id) ?? [], zone),
    })),
  );
}

function counted(letters: readonly Became[], zone: TimeZone): Omit<ErasedRow, 'digest' | 'erased_at' | 'asked'> {
  const many = (is: Became['is']) => letters.filter((letter) => letter.is === is).length;
  const days = letters.flatMap(({ sentAt }) => (sentAt ? dayIn(zone, sentAt) : [])).sort();
  return {
    sent: many('sent'),
    returned: many('returned'),
    unsure: many('unsure'),
    unsent: many('unsent'),
    in_outbox: many('in-outbox'),
    first_sent_on: days[0] ?? null,
    last_sent_on: days.at(-1) ?? null,
  };
}

/** What is kept of the action of a link, which is gone; undefined where nothing is. */
export function erasedOf({ database }: Pick<App, 'database'>, link: OpenedLink): Promise<ErasedRow | undefined> {
  return selectErased(database, digestOf(link));
}

/** Forgets it, in batches. @returns how many */
export function forgetErased(database: Database, now: Date): Promise<number> {
  const before = daysBefore(now, ERASED_DAYS);
  return untilDone(() => deleteErased(database, before, BATCH));
}
