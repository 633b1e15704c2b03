import { randomUUIDv7 } from 'node:crypto';
import pg from 'pg';
import { CONNECTIONS, type Load } from './generator.ts';
import { load as loadOnce, type Sent } from './load.ts';
import type { Product } from './product.ts';
import { generatorLimit, median, middle, type Rate, rateOf } from './rate.ts';
import { type Row, rateRow } from './table.ts';

const write = '/en/campaigns/united-by-common-bonds/write';

/** A form as a browser sends it, each time from another mailbox and another network. */
export function letters(product: Product, office: string): Load {
  const body =
    '[form of address]\n\nI am writing to you as [office] because I care about what happens to people who ' +
    'suffer the worst crimes there are: genocide, crimes against humanity and war crimes. For many of them ' +
    'the International Criminal Court is the last door there is. Whether it opens depends on governments, ' +
    'and so on Kenya.\n\nPlease keep those who were harmed at the centre. They need to be heard, protected ' +
    'and helped to rebuild their lives, and the funds that were set up for this depend on what states ' +
    'give.\n\n[why this matters to me]\n\nRespectfully yours,\n\n[your name]';
  const fields = new URLSearchParams({
    state: 'KEN',
    aware: '1',
    lang: 'en',
    to: office,
    step: 'send',
    subject: 'International justice: what I ask of you',
    body,
    why: 'My uncle never came home, and nobody was ever asked why.',
    name: 'Amina K.',
  }).toString();
  return {
    url: `${product.url}${write}`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: product.url,
      'x-forwarded-for': '{network}',
    },
    body: `${fields}&email=amina.{unique}%40mail.example`,
  };
}

const ROUNDS = 3;

/** Letters accepted by the form, limits switched on, beside bare inserts of the same rows into the same tables: the two in turn. */
export async function acceptedLetters(product: Product, databaseUrl: string, office: string): Promise<Row> {
  const load = letters(product, office);
  const rounds: { readonly ours: Sent; readonly bare: number }[] = [];
  await loadOnce({ ...load, seconds: 2 });
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await bareInserts(databaseUrl, office);
    rounds.push({ bare, ours: await loadOnce({ ...load, seconds: SECONDS }) });
  }
  const rate = { ...middle(rounds.map(({ ours }) => ours)), limit: await generatorLimit(load) };
  return rateRow('letters accepted (form POST to durable answer)', rate, '≥ 1,000/s, ratio ≥ 0.5', {
    name: 'bare inserts',
    perSecond: median(rounds.map(({ bare }) => bare)),
    ratios: rounds.map(({ ours, bare }) => ours.perSecond / bare),
  });
}

/** @param warmUp seconds before counting begins */
export function postedLetters(product: Product, office: string, warmUp = 2): Promise<Rate> {
  return rateOf(letters(product, office), warmUp);
}

const SECONDS = 5;

/**
 * The same three rows into the same tables, with all their indexes, checks and references: one prepared statement a letter, durable when it
 * returns, over as many connections as the product has. No form is read, nothing sealed or screened, no limit looked at.
 */
async function bareInserts(databaseUrl: string, office: string, seconds = SECONDS): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
  const ids = await pool.query<{ campaign: string; ask: string; channel: string }>(
    `SELECT c.id AS campaign, k.id AS ask, (SELECT id FROM channels LIMIT 1) AS channel FROM campaigns c JOIN asks k ON k.campaign_id = c.id
      WHERE c.slug = 'united-by-common-bonds' AND k.slug = 'general'`,
  );
  const known = ids.rows[0];
  const sealed = Buffer.alloc(1_000, 7);
  const until = Date.now() + seconds * 1_000;
  let done = 0;
  const insert = async () => {
    while (Date.now() < until) {
      const key = Buffer.from(randomUUIDv7().replaceAll('-', ''), 'hex');
      const action = randomUUIDv7();
      await pool.query({
        name: 'bare',
        text: `WITH s AS (INSERT INTO supporters (key, address_sealed) VALUES ($1, $2)),
          a AS (INSERT INTO actions (supporter_key, id, campaign_id, kind, lang, country, details_sealed, expires_at, mail_due_at)
            VALUES ($1, $3, $4, 'letter', 'en', 'KEN', $2, now(), now()))
          INSERT INTO letters (supporter_key, id, action_id, campaign_id, ask_id, representative_id, channel_id, text_sealed)
            VALUES ($1, $5, $3, $4, $6, $7, $8, $9)`,
        values: [
          key,
          sealed.subarray(0, 60),
          action,
          known?.campaign,
          randomUUIDv7(),
          known?.ask,
          office,
          known?.channel,
          sealed,
        ],
      });
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, insert));
  await pool.query('TRUNCATE supporters CASCADE');
  await pool.end();
  return done / seconds;
}
