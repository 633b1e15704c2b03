import { sql } from 'kysely';
import type { App } from '../http/app.ts';
import { pullBackDomains } from '../representatives/channel-health.ts';
import { FIRST_PAUSE, LONGEST_PAUSE, SPREAD } from './record-hand-over.ts';

/**
 * After a clock was set, by however much: letters and turns that lie further ahead than their tries and their pace put them are due now, and
 * leases begin anew.
 */
export async function pullBackLetters({ database }: Pick<App, 'database'>): Promise<void> {
  await sql`UPDATE letters SET due_at = now() WHERE state = 'waiting' AND due_at > now() + interval '1 millisecond' * ${1 + SPREAD}::float8
    * least(${LONGEST_PAUSE}::float8, ${FIRST_PAUSE}::float8 * power(2, least(greatest(attempts, 1), 20) - 1))`.execute(
    database,
  );
  await sql`UPDATE letters SET claimed_at = now() WHERE state IN ('claimed', 'handing-over') AND claimed_at > now()`.execute(
    database,
  );
  // A mailbox that waits for its next letter's due time is put back there by the next look.
  await sql`UPDATE delivery_queues q SET next_at = now() FROM mailboxes m
    WHERE m.address = q.mailbox AND q.next_at > now() + interval '90 minutes' / m.hourly_budget`.execute(database);
  await pullBackDomains(database);
}
