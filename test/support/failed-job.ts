import { Logger, runOnce } from 'graphile-worker';
import { expect, vi } from 'vitest';
import type { App } from '../../src/http/app.ts';

/** Has the job runner try a mail to a supporter for the last time, in vain. @param at when that was @returns the job's id */
export async function jobFailed({ pool }: App, supporterKey: Buffer, at: Date): Promise<string> {
  const payload = JSON.stringify({ key: supporterKey.toString('hex'), letter: 'x' });
  const added = await pool.query<{ id: string }>(
    `SELECT id::text FROM graphile_worker.add_job('mail-copy', $1::json, max_attempts => 1)`,
    [payload],
  );
  const id = added.rows[0]?.id ?? '';
  const fails = () => Promise.reject(new Error('the relay is away'));
  await runOnce({ pgPool: pool, taskList: { 'mail-copy': fails }, logger: new Logger(() => () => {}) });
  // The runner may end before what it says of the job is stored.
  await vi.waitFor(async () => {
    const { rowCount } = await pool.query(
      `UPDATE graphile_worker._private_jobs SET created_at = $2, updated_at = $2, run_at = $2::timestamptz + (run_at - now())
       WHERE id = $1 AND attempts = max_attempts AND last_error = 'the relay is away'`,
      [id, at],
    );
    expect(rowCount, 'jobs that have failed').toBe(1);
  }, 10_000);
  return id;
}
