import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

/**
 * Spends a proof, and lets go of two that nobody could use any more.
 * @param until when it can be forgotten
 * @returns false where it was spent before
 */
export async function spendProof(queries: Queries, hash: Buffer, until: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    WITH old AS (
      DELETE FROM spent_proofs WHERE hash IN (
        SELECT hash FROM spent_proofs WHERE until < now() ORDER BY until LIMIT 2 FOR UPDATE SKIP LOCKED))
    INSERT INTO spent_proofs (hash, until) VALUES (${hash}, ${until}) ON CONFLICT DO NOTHING`.execute(queries);
  return numAffectedRows === 1n;
}
