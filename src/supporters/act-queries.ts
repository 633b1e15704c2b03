import type pg from 'pg';

export interface NewAct {
  readonly who: Buffer;
  readonly addressSealed: Buffer;
  readonly id: string;
  readonly campaignId: string;
  readonly kind: 'letter' | 'pledge';
  readonly lang: string;
  readonly country: string;
  readonly detailsSealed: Buffer;
  readonly consents: readonly { readonly purpose: string; readonly wording: string }[];
  readonly letters: readonly NewLetter[];
}

export interface NewLetter {
  readonly id: string;
  readonly askId: string;
  readonly representativeId: string;
  readonly channelId: string;
  readonly textSealed: Buffer;
  readonly held: string | null;
}

const ACCEPT = `SELECT accept_act($1, $2, $3, $4, $5, $6, $7, $8, $9, now(), $10::uuid[], $11::uuid[], $12::uuid[], $13::uuid[], $14::bytea[], $15::text[])`;

/** The hot path's one statement, planned once a connection. See migration 005. */
export async function insertAct(pool: pg.Pool, act: NewAct): Promise<void> {
  const { letters } = act;
  await pool.query({
    name: 'accept-act',
    text: ACCEPT,
    values: [
      act.who,
      act.addressSealed,
      act.id,
      act.campaignId,
      act.kind,
      act.lang,
      act.country,
      act.detailsSealed,
      JSON.stringify(act.consents),
      letters.map(({ id }) => id),
      letters.map(({ askId }) => askId),
      letters.map(({ representativeId }) => representativeId),
      letters.map(({ channelId }) => channelId),
      letters.map(({ textSealed }) => textSealed),
      letters.map(({ held }) => held),
    ],
  });
}
