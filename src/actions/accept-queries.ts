import type pg from 'pg';
import type { Queries } from '../database/database.ts';
import type { ActionKindName } from './action-kind-name.ts';
import type { LimitKeys } from './mail-limit.ts';

export interface NewAction {
  readonly who: Buffer;
  readonly limit: LimitKeys;
  readonly addressSealed: Buffer;
  readonly id: string;
  readonly campaignId: string;
  readonly kind: ActionKindName;
  readonly lang: string;
  readonly country: string;
  readonly detailsSealed: Buffer;
  readonly consents: readonly TickedConsent[];
  readonly letters: readonly NewLetter[];
}

/** As it waits in its action for being confirmed. */
interface TickedConsent {
  readonly purpose: string;
  /** The id of its words in hexadecimal. */
  readonly wording: string;
  readonly words: string;
  readonly controller: string;
}

export interface NewLetter {
  readonly id: string;
  readonly askId: string;
  readonly representativeId: string;
  readonly channelId: string;
  readonly textSealed: Buffer;
  readonly held: string | null;
}

const ACCEPT = `SELECT accept_acts($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[],
  $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::bytea[], $11::jsonb[], now(),
  $12::int[], $13::uuid[], $14::uuid[], $15::uuid[], $16::uuid[], $17::bytea[], $18::text[]), addresses_known($1::bytea[]) AS known`;

/**
 * The hot path's one statement, planned once a connection: all of the actions or none. Each must be to another mailbox. See migration 021.
 * @returns the sealed address that was known of each before
 */
export async function insertActions(pool: pg.Pool, actions: readonly NewAction[]): Promise<(Buffer | null)[]> {
  const letters = actions.flatMap((action, index) =>
    action.letters.map((letter) => ({ ...letter, action: index + 1 })),
  );
  const { rows } = await pool.query<{ known: (Buffer | null)[] }>({
    name: 'accept-acts',
    text: ACCEPT,
    values: [
      actions.map(({ who }) => who),
      actions.map(({ limit }) => limit.plain),
      actions.map(({ limit }) => limit.mailbox),
      actions.map(({ addressSealed }) => addressSealed),
      actions.map(({ id }) => id),
      actions.map(({ campaignId }) => campaignId),
      actions.map(({ kind }) => kind),
      actions.map(({ lang }) => lang),
      actions.map(({ country }) => country),
      actions.map(({ detailsSealed }) => detailsSealed),
      actions.map(({ consents }) => JSON.stringify(consents)),
      letters.map(({ action }) => action),
      letters.map(({ id }) => id),
      letters.map(({ askId }) => askId),
      letters.map(({ representativeId }) => representativeId),
      letters.map(({ channelId }) => channelId),
      letters.map(({ textSealed }) => textSealed),
      letters.map((letter) => letter.held),
    ],
  });
  return rows[0]?.known ?? [];
}

/** Puts an address in the place of one that can't be opened, unless something else stands there by now. */
export async function replaceAddress(queries: Queries, who: Buffer, damaged: Buffer, sealed: Buffer): Promise<void> {
  await queries
    .updateTable('supporters')
    .set({ address_sealed: sealed })
    .where('key', '=', who)
    .where('address_sealed', '=', damaged)
    .execute();
}
