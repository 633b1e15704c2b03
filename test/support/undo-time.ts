import type pg from 'pg';

/** The time is over in which a decision about a letter can be taken back: what was decided leaves now. */
export async function undoTimeIsOver(pool: pg.Pool): Promise<void> {
  await pool.query(`UPDATE letters SET due_at = now() WHERE state = 'waiting' AND due_at > now()`);
  await pool.query('UPDATE delivery_queues SET next_at = now()');
  // As a repair does: nobody decides anything by it.
  await pool.query(`BEGIN; SELECT set_config('audit.filling', 'yes', true);
    UPDATE reviews SET decided_at = decided_at - interval '2 minutes' WHERE decided_at > now() - interval '2 minutes'; COMMIT`);
  await pool.query(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key LIKE 'mail-refusal %'`);
}
