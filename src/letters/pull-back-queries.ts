import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/**
 * Letters that wait longer than their tries can have put them off are due now.
 * @param pauses in milliseconds, `spread` as a share of them
 */
export async function pullBackDue(
  queries: Queries,
  pauses: { first: number; longest: number; spread: number },
): Promise<void> {
  await sql`UPDATE letters SET due_at = now()
    WHERE state = 'waiting' AND due_at > now() + interval '1 millisecond' * ${1 + pauses.spread}::float8
    * least(${pauses.longest}::float8, ${pauses.first}::float8 * power(2, least(greatest(attempts, 1), 20) - 1))`.execute(
    queries,
  );
}

/**
 * Leases that lie ahead begin anew. None begins before its letter was confirmed: what was confirmed while the clock was ahead is as old as
 * it can be. What was never claimed stays so.
 */
export async function pullBackLeases(queries: Queries): Promise<void> {
  await sql`UPDATE letters SET created_at = least(created_at, now()), confirmed_at = least(confirmed_at, now()),
      claimed_at = CASE WHEN claimed_at IS NOT NULL THEN least(claimed_at, now()) END
    WHERE state IN ('held', 'waiting', 'claimed', 'handing-over') AND confirmed_at > now()`.execute(queries);
  await sql`UPDATE letters SET claimed_at = now() WHERE state IN ('claimed', 'handing-over') AND claimed_at > now()`.execute(
    queries,
  );
}

/**
 * Mailboxes whose turn lies further ahead than their pace have it now; one that waits for its next letter is put back there by the next
 * look.
 */
export async function pullBackQueues(queries: Queries): Promise<void> {
  await sql`UPDATE delivery_queues q SET next_at = now() FROM mailboxes m
    WHERE m.address = q.mailbox AND q.next_at > now() + interval '90 minutes' / m.hourly_budget`.execute(queries);
}
