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

const ACCEPT = `SELECT accept_acts($1::bytea[], $2::bytea[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::jsonb[], now(),
  $10::int[], $11::uuid[], $12::uuid[], $13::uuid[], $14::uuid[], $15::bytea[], $16::text[])`;

/** The hot path's one statement, planned once a connection: all of the acts or none. Each must be another supporter's. See migration 005. */
export async function insertActs(pool: pg.Pool, acts: readonly NewAct[]): Promise<void> {
  const letters = acts.flatMap((act, index) => act.letters.map((letter) => ({ ...letter, act: index + 1 })));
  await pool.query({
    name: 'accept-acts',
    text: ACCEPT,
    values: [
      acts.map(({ who }) => who),
      acts.map(({ addressSealed }) => addressSealed),
      acts.map(({ id }) => id),
      acts.map(({ campaignId }) => campaignId),
      acts.map(({ kind }) => kind),
      acts.map(({ lang }) => lang),
      acts.map(({ country }) => country),
      acts.map(({ detailsSealed }) => detailsSealed),
      acts.map(({ consents }) => JSON.stringify(consents)),
      letters.map(({ act }) => act),
      letters.map(({ id }) => id),
      letters.map(({ askId }) => askId),
      letters.map(({ representativeId }) => representativeId),
      letters.map(({ channelId }) => channelId),
      letters.map(({ textSealed }) => textSealed),
      letters.map(({ held }) => held),
    ],
  });
}
