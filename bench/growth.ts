import pg from 'pg';
import { postedLetters } from './actions.ts';
import type { Product } from './product.ts';
import { type Row, rateRow } from './table.ts';

/** Fills the tables as years of campaigns would: supporters, one action each, three letters each, handed over. */
async function fill(databaseUrl: string, supporters: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('TRUNCATE supporters CASCADE');
  await client.query(
    `INSERT INTO supporters (key, address_sealed) SELECT decode(md5('s' || i), 'hex'), decode(repeat(md5('a' || i), 2), 'hex')
      FROM generate_series(1, ${supporters}) i`,
  );
  await client.query(`INSERT INTO actions (supporter_key, id, campaign_id, controller_id, kind, lang, country, details_sealed,
    state, confirmed_at, mail_state, bounce_id, created_at, expires_at, mail_due_at)
    SELECT decode(md5('s' || i), 'hex'), new_id(), c.id, c.controller_id, 'letter', 'en', 'KEN',
      decode(repeat(md5('d' || i), 3), 'hex'), 'confirmed', now(), 'sent', substring(decode(md5('b' || i), 'hex') FROM 1 FOR 10),
      now(), now(), now()
    FROM generate_series(1, ${supporters}) i, campaigns c WHERE c.slug = 'united-by-common-bonds'`);
  await client.query(`INSERT INTO letters (supporter_key, id, action_id, campaign_id, ask_id, representative_id, channel_id, state,
    confirmed_at, attempts, claimed_at, handed_over_at, bounce_id, reply, answer)
    SELECT a.supporter_key, new_id(), a.id, a.campaign_id,
      (SELECT id FROM asks k WHERE k.campaign_id = a.campaign_id AND k.slug = 'general'), gen_random_uuid(),
      (SELECT id FROM channels LIMIT 1), 'handed-over', now(), 1, now(), now(),
      substring(decode(md5(a.id::text || n), 'hex') FROM 1 FOR 10), '250 ok', 'asked'
    FROM actions a, generate_series(1, 3) n`);
  await client.query('VACUUM ANALYZE supporters, actions, letters');
  await client.query('CHECKPOINT');
  await client.end();
}

/** Until most pages have been changed once since the checkpoint: what follows is what the next half hour costs. */
const WARM_UP = 20;

/** What one letter costs when there have been many, against when there have been few. */
export async function costOfGrowth(product: Product, databaseUrl: string, office: string): Promise<Row> {
  await fill(databaseUrl, 10_000);
  const few = await postedLetters(product, office, WARM_UP);
  await fill(databaseUrl, 1_000_000);
  const many = await postedLetters(product, office, WARM_UP);
  return rateRow('a letter’s cost at 1,000,000 supporters, 3,000,000 letters', many, 'ratio ≤ 1.3', {
    name: 'at 10,000 and 30,000',
    perSecond: few.perSecond,
    ratios: [few.perSecond / many.perSecond],
    generated: few,
  });
}
