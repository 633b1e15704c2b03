import { sql } from 'kysely';
import type { App } from '../app.ts';
import { FURTHEST_AHEAD, pullBackTurns } from '../delivery/pull-back.ts';

/** After a clock was set: letters, leases and turns that lie further ahead than any is set are due now, and leases begin anew. */
export async function pullBackLetters({ database }: Pick<App, 'database'>): Promise<void> {
  await sql`UPDATE letters SET due_at = now() WHERE state = 'waiting' AND due_at > now() + ${FURTHEST_AHEAD}`.execute(
    database,
  );
  await sql`UPDATE letters SET claimed_at = now() WHERE state IN ('claimed', 'handing-over') AND claimed_at > now()`.execute(
    database,
  );
  await pullBackTurns(database);
}
