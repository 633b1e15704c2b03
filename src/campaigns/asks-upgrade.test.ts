import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { knownMigrations, migrate, migrateWithin } from '../database/migrate.ts';

async function within<Result>(address: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

it('an ask for the three weapons amendments as one asks for all three, and knowledge is plain for two years', async () => {
  const server = inject('databaseUrl');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const url = server.replace('/common_bonds?', `/${name}?`);
  await within(server, (client) => client.query(`CREATE DATABASE ${name}`));
  try {
    const before = (await knownMigrations()).filter((one) => one < '020');
    await within(url, async (client) => {
      await migrateWithin(client, before);
      await client.query("INSERT INTO campaigns (slug, opens_at, hashtags) VALUES ('c', now(), '{}')");
      await client.query(
        'INSERT INTO asks (campaign_id, slug, aim, position, defaults, condition) SELECT id, ' +
          "'weapons', 'global-justice', 0, '{}', 'no-amendments-2017' FROM campaigns",
      );
    });
    await migrate(url);
    const { rows } = await within(url, (client) =>
      client.query('SELECT condition, plain_for_months FROM asks JOIN campaigns ON campaigns.id = campaign_id'),
    );
    expect(rows).toEqual([{ condition: 'no-weapons-amendments-2017', plain_for_months: 24 }]);
  } finally {
    await within(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
});
