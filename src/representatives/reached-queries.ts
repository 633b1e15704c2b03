import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { PublicOffice } from '../states/public-offices.ts';

/** Somebody who is reached at an address. */
export interface Reached {
  readonly id: string;
  readonly channel: string;
  readonly state: string;
  readonly office: PublicOffice | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly value: string;
}

export async function selectReached(
  queries: Queries,
  at: { readonly mailbox: string } | { readonly domain: string },
  most: number,
): Promise<Reached[]> {
  const where =
    'mailbox' in at
      ? sql`c.mailbox = ${at.mailbox}`
      : sql`c.mailbox IN (SELECT address FROM mailboxes WHERE domain = ${at.domain})`;
  const { rows } = await sql<Reached>`SELECT r.id, c.id AS channel, r.state, r.office, r.name, c.value,
      (SELECT role FROM mandates WHERE representative_id = r.id AND current ORDER BY id LIMIT 1) AS role
    FROM channels c JOIN representatives r ON r.id = c.representative_id
    WHERE ${where} AND c.ended_at IS NULL ORDER BY r.state, r.id LIMIT ${most}`.execute(queries);
  return rows;
}
