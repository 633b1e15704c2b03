import { sql } from 'kysely';
import { DEMONSTRATION } from '../controllers/controllers.ts';
import type { Queries } from '../database/database.ts';

const OF_A_DEMONSTRATION = sql`a.supporter_key = l.supporter_key AND a.id = l.action_id AND a.controller_id = ${DEMONSTRATION}`;

/** Ends what was on its way, or held back from it; its writer keeps the words. What is just being handed over stays on this machine. */
export async function endTried(trx: Queries): Promise<void> {
  await sql`
    UPDATE letters l SET state = 'refused', claim = NULL, due_at = NULL, reply = NULL, said_here = 'only-tried' FROM actions a
    WHERE ${OF_A_DEMONSTRATION} AND l.state IN ('held', 'waiting', 'claimed')`.execute(trx);
}

/** Return paths of mails in which they went, as far as something came back: others may be without number. */
export async function triedReturnPaths(trx: Queries): Promise<Buffer[]> {
  const { rows } = await sql<{ bounce_id: Buffer }>`
    SELECT DISTINCT l.bounce_id FROM returned_mails m JOIN letters l ON l.bounce_id = m.bounce_id
      JOIN actions a ON ${OF_A_DEMONSTRATION}`.execute(trx);
  return rows.map(({ bounce_id }) => bounce_id);
}

export async function deleteTried(trx: Queries): Promise<void> {
  await sql`
    WITH looks AS (
      DELETE FROM reviews r USING letters l, actions a
      WHERE r.supporter_key = l.supporter_key AND r.letter_id = l.id AND ${OF_A_DEMONSTRATION})
    DELETE FROM letters l USING actions a WHERE ${OF_A_DEMONSTRATION}`.execute(trx);
}

export async function countTriedLetters(queries: Queries): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM letters l JOIN actions a ON ${OF_A_DEMONSTRATION} WHERE l.state <> 'duplicate'`.execute(
    queries,
  );
  return rows[0]?.n ?? 0;
}
