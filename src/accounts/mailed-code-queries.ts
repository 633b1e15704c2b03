import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';

interface MailedCodeRow {
  readonly id: string;
  readonly mailbox: Buffer;
  readonly code_hash: Buffer | null;
}

/** In place of what this browser asked for before. @returns the row's id */
export async function insertMailedCode(trx: Queries, browser_hash: Buffer, mailbox: Buffer): Promise<string> {
  const row = trx.insertInto('mailed_codes').values({ browser_hash, mailbox }).returning('id');
  return (await row.executeTakeFirstOrThrow()).id;
}

/** Whose mailbox a code goes to, where none left in the last ten minutes too often. */
export async function selectMailbox(
  queries: Queries,
  id: string,
): Promise<{ mailbox: Buffer; lately: number } | undefined> {
  const { rows } = await sql<{ mailbox: Buffer; lately: number }>`
    SELECT m.mailbox, (SELECT count(*) FROM mailed_codes o WHERE o.mailbox = m.mailbox AND o.code_hash IS NOT NULL AND o.id <> m.id
      AND o.asked_at > now() - interval '1 hour') AS lately
    FROM mailed_codes m WHERE m.id = ${id} AND m.asked_at > now() - interval '10 minutes'`.execute(queries);
  return rows[0];
}

export async function setCode(queries: Queries, id: string, code_hash: Buffer): Promise<void> {
  await queries.updateTable('mailed_codes').set({ code_hash }).where('id', '=', id).execute();
}

/** Takes one of five tries of what a browser asked for last, within ten minutes. */
export async function takeTry(queries: Queries, browserHash: Buffer): Promise<MailedCodeRow | undefined> {
  const { rows } = await sql<MailedCodeRow>`
    UPDATE mailed_codes SET tries = tries + 1 WHERE tries < 5 AND asked_at > now() - interval '10 minutes'
      AND id = (SELECT id FROM mailed_codes WHERE browser_hash = ${browserHash} ORDER BY asked_at DESC, id DESC LIMIT 1)
    RETURNING id, mailbox, code_hash`.execute(queries);
  return rows[0];
}

/** A code works once. @returns false where it just did */
export async function deleteCode(queries: Queries, id: string): Promise<boolean> {
  return (
    Number((await queries.deleteFrom('mailed_codes').where('id', '=', id).executeTakeFirst()).numDeletedRows) === 1
  );
}
