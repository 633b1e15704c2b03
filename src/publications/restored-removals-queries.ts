import type pg from 'pg';
import type { AfterRestore } from '../backup/restore.ts';
import { isId } from '../database/is-id.ts';

/** Adds to what was taken away for safety as far as anybody here knows, until the restoring transaction ends. @param removals as JSON */
async function note(client: pg.Client, removals: string): Promise<void> {
  await client.query(
    `SELECT set_config('restored.removals',
      (coalesce(nullif(current_setting('restored.removals', true), ''), '[]')::jsonb || $1::jsonb)::text, true)`,
    [removals],
  );
}

async function hasList(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>(
    `SELECT to_regclass('public.safety_removals') IS NOT NULL AS is`,
  );
  return rows[0]?.is === true;
}

/** Before a database is replaced: a backup from before a removal knows nothing of it. */
export async function noteRemovals(client: pg.Client): Promise<void> {
  if (!(await hasList(client))) return;
  const { rows } = await client.query<{ all: string }>(
    `SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]')::text AS all FROM safety_removals s`,
  );
  await note(client, rows[0]?.all ?? '[]');
}

/** What is on the list stays on it, whatever the backup had; the rooms of the things take these away. */
export async function keepRemovals(client: pg.Client): Promise<void> {
  // A backup from before there was such a list has nothing that can be on it.
  if (!(await hasList(client))) return;
  await note(client, '[]');
  await client.query(`INSERT INTO safety_removals (id, kind, reason, removed_at)
    SELECT r.id, r.kind, r.reason, r.removed_at
    FROM jsonb_to_recordset(current_setting('restored.removals')::jsonb)
      AS r (id uuid, kind text, reason text, removed_at timestamptz) ON CONFLICT DO NOTHING`);
  await client.query('DELETE FROM publications p USING safety_removals r WHERE r.id = p.id');
}

/**
 * The same for a new machine, where nothing is replaced that could know.
 * @param list as `npm run publication -- removed` told it @throws Error naming the line that is none of it
 */
export function alsoRemoved(list: string): AfterRestore {
  const lines = list.split('\n').filter((line) => line.trim() !== '');
  const removals = lines.map((line, at) => {
    const [removed_at = '', kind, id = '', reason] = line.trim().split(' ');
    if (!isId(id) || Number.isNaN(Date.parse(removed_at))) throw new Error(`--removed, line ${at + 1}: no removal`);
    return { removed_at, kind, id, reason };
  });
  return { before: (client) => note(client, JSON.stringify(removals)) };
}
