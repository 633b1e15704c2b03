import { sql } from 'kysely';
import type { App } from '../http/app.ts';

/**
 * After a clock was set: actions that were made while it was ahead are as old as they can be, and so is what was confirmed of them, with
 * their due times and ends as far from it as they were; and a confirmation is put off no longer than its tries have earned.
 */
export async function pullBackConfirmations({ database }: Pick<App, 'database'>): Promise<void> {
  await sql`UPDATE actions SET created_at = now(), mail_due_at = mail_due_at - (created_at - now()),
    expires_at = expires_at - (created_at - now()), confirmed_at = CASE WHEN confirmed_at IS NOT NULL THEN now() END
    WHERE created_at > now() + interval '1 minute'`.execute(database);
  await sql`UPDATE actions SET mail_due_at = now() WHERE mail_state = 'due' AND state = 'unconfirmed' AND mail_attempts > 0
    AND mail_due_at > now() + interval '10 minutes' + mail_attempts * interval '5 minutes'`.execute(database);
}
