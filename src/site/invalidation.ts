import { sql } from 'kysely';
import pg from 'pg';
import type { Queries } from '../database/database.ts';

const CHANNEL = 'pages';

/** Drops pages in every process once the surrounding transaction commits. */
export async function dropPages(queries: Queries, tags: readonly string[]): Promise<void> {
  await sql`SELECT pg_notify(${CHANNEL}, ${tags.join(' ')})`.execute(queries);
}

/**
 * Hears what other processes changed, for as long as this one runs. After a broken connection everything is dropped, because
 * notices sent in between are lost.
 * @returns ends the listening
 */
export function listenForChanges(url: string, changed: (tags?: readonly string[]) => void): () => Promise<void> {
  let ended = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  const again = () => {
    if (ended || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      void connect();
    }, 1_000);
  };
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    client = next;
    next.on('error', again).on('end', again);
    next.on('notification', ({ payload }) => changed(payload ? payload.split(' ') : undefined));
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      changed();
    } catch {
      again();
    }
  };
  void connect();
  return async () => {
    ended = true;
    clearTimeout(retry);
    await client?.end().catch(() => {});
  };
}
