import type { Queries } from '../database/database.ts';

/** A confirmation came back: nobody reads there, so no other is tried for this act. @returns false where the id is no act's */
export async function noteBouncedConfirmation(queries: Queries, bounceId: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await queries
    .updateTable('actions')
    .set({ mail_state: 'bounced' })
    .where('bounce_id', '=', bounceId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
