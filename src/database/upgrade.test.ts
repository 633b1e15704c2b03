import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { knownMigrations, migrate, migrateWithin } from './migrate.ts';

let url: string;
let drop: () => Promise<void>;
beforeAll(async () => {
  const server = inject('databaseUrl');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await once(server, `CREATE DATABASE ${name}`);
  url = server.replace('/common_bonds?', `/${name}?`);
  drop = () => once(server, `DROP DATABASE ${name} WITH (FORCE)`).then(() => {});
});
afterAll(() => drop());

async function once(address: string, work: string | ((client: pg.Client) => Promise<unknown>)): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    if (typeof work === 'string') return (await client.query(work)).rows;
    return [await work(client)];
  } finally {
    await client.end();
  }
}

it('an install from before mailboxes keeps what it knew of each, and sends nothing that was taken back', async () => {
  const before = (await knownMigrations()).filter((name) => name < '010');
  await once(url, async (client) => {
    await migrateWithin(client, before);
    await client.query(`
      INSERT INTO states (iso3, iso2) VALUES ('KEN', 'KE');
      INSERT INTO representatives (state, name, source_key, external_id) VALUES ('KEN', 'One', 'k', '1'), ('KEN', 'Two', 'k', '2');
      INSERT INTO channels (representative_id, kind, value, delivery, hourly_budget, refusals, paused_at, paused_because)
        SELECT id, 'email', CASE name WHEN 'One' THEN 'Desk@gov.example' ELSE 'desk@GOV.example' END,
          CASE name WHEN 'One' THEN 'digest' ELSE 'each' END, CASE name WHEN 'One' THEN 60 ELSE 30 END,
          CASE name WHEN 'One' THEN 0 ELSE 3 END,
          CASE name WHEN 'Two' THEN now() END, CASE name WHEN 'Two' THEN 'unknown-mailbox' END FROM representatives;
      INSERT INTO channels (representative_id, kind, value) SELECT id, 'web-form', 'https://gov.example/write' FROM representatives LIMIT 1;
      INSERT INTO campaigns (slug, opens_at, hashtags) VALUES ('c', now(), '{}');
      INSERT INTO actions (supporter_key, id, campaign_id, kind, lang, country, state, expires_at, mail_due_at)
        SELECT decode(md5(s), 'hex'), new_id(), c.id, 'letter', 'en', 'KEN', s, now(), now()
          FROM campaigns c, unnest(ARRAY['confirmed', 'withdrawn']) s;
      INSERT INTO letters (supporter_key, id, action_id, campaign_id, ask_id, representative_id, channel_id, state, due_at,
        confirmed_at, text_sealed)
        SELECT a.supporter_key, new_id(), a.id, a.campaign_id, new_id(), c.representative_id, c.id, l, now(), now(), '\\x00'
        FROM actions a, channels c, unnest(ARRAY['waiting', 'held', 'handed-over']) l WHERE c.kind = 'email' AND c.value LIKE 'Desk%'`);
  });
  await migrate(url);
  expect(
    await once(url, 'SELECT address, domain, delivery, hourly_budget, refusals, paused_because FROM mailboxes'),
  ).toEqual([
    {
      address: 'desk@gov.example',
      domain: 'gov.example',
      delivery: 'digest',
      hourly_budget: 30,
      refusals: 3,
      paused_because: 'unknown-mailbox',
    },
  ]);
  expect(await once(url, 'SELECT mailbox FROM channels ORDER BY mailbox')).toEqual([
    { mailbox: 'desk@gov.example' },
    { mailbox: 'desk@gov.example' },
    { mailbox: null },
  ]);
  expect(await once(url, 'SELECT mailbox FROM delivery_queues')).toEqual([{ mailbox: 'desk@gov.example' }]);
  expect(
    await once(
      url,
      `SELECT a.state AS act, l.state, l.text_sealed IS NOT NULL AS words FROM letters l JOIN actions a ON a.id = l.action_id
        ORDER BY 1, 2, 3`,
    ),
  ).toEqual([
    { act: 'confirmed', state: 'handed-over', words: true },
    { act: 'confirmed', state: 'held', words: true },
    { act: 'confirmed', state: 'waiting', words: true },
    { act: 'withdrawn', state: 'handed-over', words: true },
    { act: 'withdrawn', state: 'withdrawn', words: false },
    { act: 'withdrawn', state: 'withdrawn', words: false },
  ]);
  expect(await once(url, 'SELECT people, letters FROM tally_marks')).toEqual([{ people: 0, letters: -2 }]);
});
