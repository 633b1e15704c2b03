import type { Queries } from '../database/database.ts';

/** Whether a confirmation mail had this return path. */
export async function isConfirmation(queries: Queries, bounceId: Buffer): Promise<boolean> {
  const action = queries.selectFrom('actions').select('id').where('bounce_id', '=', bounceId).limit(1);
  return (await action.executeTakeFirst()) !== undefined;
}

/** A confirmation came back, or was reported as unwanted: nobody reads there, so no other is tried for this action. */
export async function noteBouncedConfirmation(queries: Queries, bounceId: Buffer): Promise<void> {
  await queries.updateTable('actions').set({ mail_state: 'bounced' }).where('bounce_id', '=', bounceId).execute();
}
