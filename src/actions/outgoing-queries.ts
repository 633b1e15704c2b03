import { sql } from 'kysely';
import type { Queries } from '../database/database.ts';
import { sharedStatement } from '../database/shared-statements.ts';
import type { ActionKindName } from './action-kind-name.ts';

/** What became of the mail by which an action is confirmed. */
export const mailStates = ['due', 'sent', 'refused', 'bounced'] as const;

export interface DueConfirmation {
  readonly supporter_key: Buffer;
  readonly id: string;
  readonly campaign_id: string;
  readonly kind: ActionKindName;
  readonly lang: string;
  readonly expires_at: Date;
  readonly mail_attempts: number;
  readonly address_sealed: Buffer;
}

/**
 * What was made for another controller than the campaign has now can't be confirmed, nor can what is of one that is not open: nobody is
 * asked to.
 */
export const OF_ITS_OPEN_CAMPAIGN = sql`controller_id = (SELECT c.controller_id FROM campaigns c
  WHERE c.id = campaign_id AND c.opens_at <= now() AND (c.closes_at IS NULL OR c.closes_at > now()))`;

/** Takes confirmations that are due, and puts them off for ten minutes: if this process dies they come back, once too often at worst. */
export async function takeConfirmations(queries: Queries, limit: number): Promise<DueConfirmation[]> {
  const { rows } = await sql<DueConfirmation>`
    WITH due AS (
      SELECT supporter_key, id FROM actions
        WHERE mail_state = 'due' AND state = 'unconfirmed' AND mail_due_at <= now() AND expires_at > now()
        AND ${OF_ITS_OPEN_CAMPAIGN}
      ORDER BY mail_due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE actions a SET mail_due_at = now() + interval '10 minutes', mail_attempts = mail_attempts + 1
    FROM due JOIN supporters s ON s.key = due.supporter_key
    WHERE a.supporter_key = due.supporter_key AND a.id = due.id AND s.address_sealed IS NOT NULL
    RETURNING a.supporter_key, a.id, a.campaign_id, a.kind, a.lang, a.expires_at, a.mail_attempts, s.address_sealed`.execute(
    queries,
  );
  return rows;
}

/** What was tried counts as tried, also where somebody asked for the mail anew while a slow process still had it. */
export async function setMailState(
  queries: Queries,
  action: Pick<DueConfirmation, 'supporter_key' | 'id'>,
  change: { mail_state?: (typeof mailStates)[1 | 2]; mail_due_at?: Date; bounce_id?: Buffer },
): Promise<void> {
  await queries
    .updateTable('actions')
    .set((row) => ({ ...change, mail_attempts: row.fn<number>('greatest', ['mail_attempts', row.val(1)]) }))
    .where('supporter_key', '=', action.supporter_key)
    .where('id', '=', action.id)
    .execute();
}

/** Puts a confirmation off that was not tried, or for no reason of its receiver's. */
export async function putOffConfirmation(
  queries: Queries,
  action: Pick<DueConfirmation, 'supporter_key' | 'id'>,
  until: Date,
): Promise<void> {
  await queries
    .updateTable('actions')
    .set((row) => ({ mail_due_at: until, mail_attempts: row('mail_attempts', '-', 1) }))
    .where('supporter_key', '=', action.supporter_key)
    .where('id', '=', action.id)
    .where('mail_state', '=', 'due')
    .where('mail_attempts', '>', 0)
    .execute();
}

export async function selectAddress(queries: Queries, supporterKey: Buffer): Promise<Buffer | undefined> {
  const row = await queries
    .selectFrom('supporters')
    .select('address_sealed')
    .where('key', '=', supporterKey)
    .executeTakeFirst();
  return row?.address_sealed ?? undefined;
}

export interface SealedWriter {
  readonly supporter_key: Buffer;
  readonly id: string;
  readonly controller_id: string;
  readonly country: string;
  readonly details_sealed: Buffer | null;
  readonly address_sealed: Buffer | null;
}

type ActionHandle = Pick<SealedWriter, 'supporter_key' | 'id'>;

const ofAction = ({ supporter_key, id }: ActionHandle) => `${supporter_key.toString('latin1')}${id}`;

/** Who stands behind an action, sealed, for several actions at once; undefined where it is gone. */
export const selectWriter = sharedStatement<ActionHandle, SealedWriter>({
  key: ofAction,
  run: async (queries, actions) => {
    const [keys, ids] = [actions.map(({ supporter_key }) => supporter_key), actions.map(({ id }) => id)];
    const { rows } = await sql<SealedWriter>`
      SELECT a.supporter_key, a.id, a.controller_id, a.country, a.details_sealed, s.address_sealed
      FROM unnest(${keys}::bytea[], ${ids}::uuid[]) AS given (supporter_key, id)
      JOIN actions a ON a.supporter_key = given.supporter_key AND a.id = given.id JOIN supporters s ON s.key = a.supporter_key`.execute(
      queries,
    );
    return new Map(rows.map((row) => [ofAction(row), row]));
  },
});
