import type { Queries } from '../database/database.ts';

/** Kinds of reasons: which of them it was tells nothing of what was taken away, or of whom. */
export const removalReasons = ['danger', 'asked', 'child', 'whereabouts', 'no-right', 'unlawful'] as const;
export type RemovalReason = (typeof removalReasons)[number];

/** What was taken away for somebody's safety. */
export interface SafetyRemoval {
  readonly id: string;
  readonly kind: string;
  readonly reason: RemovalReason;
  readonly removed_at: Date;
}

export async function insertSafetyRemoval(trx: Queries, removal: Omit<SafetyRemoval, 'removed_at'>): Promise<void> {
  await trx.insertInto('safety_removals').values(removal).execute();
}

export async function selectSafetyRemoval(queries: Queries, id: string): Promise<SafetyRemoval | undefined> {
  const row = await queries.selectFrom('safety_removals').selectAll().where('id', '=', id).executeTakeFirst();
  return row as SafetyRemoval | undefined;
}

/** All of them, the latest first. */
export async function selectSafetyRemovals(queries: Queries): Promise<SafetyRemoval[]> {
  const rows = await queries
    .selectFrom('safety_removals')
    .selectAll()
    .orderBy('removed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows as unknown as SafetyRemoval[];
}
