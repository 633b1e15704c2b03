import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import type { PublicOffice } from '../states/public-offices.ts';
import type { channelKinds } from './representative-queries.ts';

/** A way by which somebody is or was reached, with how well it works. */
export interface ChannelHealth {
  readonly id: string;
  readonly kind: (typeof channelKinds)[number];
  readonly value: string;
  readonly mailbox: string | null;
  readonly domain: string | null;
  readonly ended: boolean;
  /** Made up, in a demonstration. */
  readonly example: boolean;
  readonly daily: boolean;
  /** Mails since the last that was taken. */
  readonly refusals: number;
  readonly last_handed_over_at: Date | null;
  readonly paused_at: Date | null;
  readonly paused_because: string | null;
  readonly domain_paused_at: Date | null;
}

export interface Period {
  readonly id: string;
  readonly role: string | null;
  readonly body: string | null;
  readonly party: string | null;
  readonly area: string | null;
  readonly started_on: string | null;
  readonly ended_on: string | null;
}

/** All that is known of somebody who can be written to, or could. */
export interface KnownAddressee {
  readonly id: string;
  readonly state: string;
  readonly office: PublicOffice | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly body: string | null;
  readonly external_id: string;
  readonly source_key: string;
  readonly source: string | null;
  readonly as_of: string | null;
  readonly ended_on: string | null;
  readonly begins_on: string | null;
  readonly updated_at: Date;
  readonly languages: readonly string[];
}

export async function selectKnownAddressee(queries: Queries, id: string): Promise<KnownAddressee | undefined> {
  const { rows } = await sql<KnownAddressee>`
    SELECT r.id, r.state, r.office, r.name, m.role, m.body, r.external_id, r.source_key, r.source, r.as_of::text AS as_of, r.ended_on,
      r.begins_on::text AS begins_on, r.updated_at, r.languages
    FROM representatives r LEFT JOIN LATERAL (SELECT role, body FROM mandates WHERE representative_id = r.id
      ORDER BY current DESC, started_on DESC NULLS LAST, id LIMIT 1) m ON true
    WHERE r.id = ${id}::uuid`.execute(queries);
  return rows[0];
}

/** The latest first. */
export async function selectPeriods(queries: Queries, id: string): Promise<Period[]> {
  const { rows } = await sql<Period>`SELECT id, role, body, party, area, started_on, ended_on FROM mandates
    WHERE representative_id = ${id}::uuid ORDER BY current DESC, started_on DESC NULLS LAST, id`.execute(queries);
  return rows;
}

/** Those in use first. */
export async function selectChannelHealth(queries: Queries, id: string): Promise<ChannelHealth[]> {
  const { rows } = await sql<ChannelHealth>`
    SELECT c.id, c.kind, c.value, c.mailbox, b.domain, c.ended_at IS NOT NULL AS ended, c.example,
      coalesce(b.delivery = 'digest', false) AS daily, coalesce(b.refusals, 0) AS refusals, b.last_handed_over_at, b.paused_at,
      b.paused_because, d.paused_at AS domain_paused_at
    FROM channels c LEFT JOIN mailboxes b ON b.address = c.mailbox LEFT JOIN receiving_domains d ON d.domain = b.domain
    WHERE c.representative_id = ${id}::uuid ORDER BY c.ended_at IS NOT NULL, c.id`.execute(queries);
  return rows;
}
