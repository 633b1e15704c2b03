import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase, startingDatabase } from '../../test/support/database.ts';
import { deriveKeys, KeyRing } from '../config/keys.ts';
import { loadContent } from '../content.ts';
import { openPool } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { afterRestoreOf } from '../handed.ts';
import { rooms } from '../rooms.ts';
import { backup } from './backup.ts';
import { BackupRefusedError } from './backup-file.ts';
import { tablesInOrder } from './backup-queries.ts';
import { restore } from './restore.ts';

const afterwards = afterRestoreOf(rooms);

const key = Buffer.alloc(32, 3);
const keys = deriveKeys(key);
let folder: string;
let file: string;
let source: FreshDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  file = join(folder, 'all.backup');
  source = await freshDatabase();
  await loadContent(source.database, 'UTC');
  await source.pool.query(
    `INSERT INTO supporters (key, address_sealed) SELECT decode(md5(i::text), 'hex'), decode(md5('x' || i), 'hex')
      FROM generate_series(1, 5000) i`,
  );
  await source.pool.query(
    `INSERT INTO consent_texts (id, lang, words)
      VALUES (decode(md5('w'), 'hex'), 'ar', E'line\\nbreak\\ttab \\\\. أمينة \\u2028 \\u2029 \\u0085')`,
  );
  await backup(source.url, file, keys);
});
afterAll(async () => {
  await source.drop();
  await rm(folder, { recursive: true });
});

async function contentsOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const sums: Record<string, string> = {};
  for (const { table } of await tablesInOrder(client)) {
    const { rows } = await client.query<{ sum: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM ${table} t`,
    );
    sums[table] = rows[0]?.sum ?? '';
  }
  await client.end();
  return sums;
}

/** A database that is really empty: not even migrated. */
async function emptyDatabase(): Promise<FreshDatabase> {
  const fresh = await freshDatabase();
  await fresh.pool.query('DROP SCHEMA public CASCADE');
  await fresh.pool.query('CREATE SCHEMA public');
  await fresh.pool.end();
  return { ...fresh, drop: async () => {} };
}

describe('a restore', () => {
  it('brings back every row of every table', async () => {
    const target = await emptyDatabase();
    await restore(target.url, file, keys, { replace: false }, afterwards);
    const before = await contentsOf(source.url);
    expect(Object.keys(before).length).toBeGreaterThan(15);
    expect(await contentsOf(target.url)).toEqual(before);
  });

  it('refuses a database that holds something, unless it may replace it', async () => {
    const target = await freshDatabase();
    await target.pool.end();
    await expect(restore(target.url, file, keys, { replace: false }, afterwards)).rejects.toThrow('not empty');
    await restore(target.url, file, keys, { replace: true }, afterwards);
    expect(await contentsOf(target.url)).toEqual(await contentsOf(source.url));
  });

  it('goes back from what a newer version made of the database, which this one refuses to start on', async () => {
    const target = await freshDatabase();
    await runMigrations({ pgPool: target.pool });
    await target.pool.query(`
      SELECT graphile_worker.add_job('of-the-newer-version', '{}');
      INSERT INTO graphile_worker.migrations (id, breaking) VALUES (999999, true);
      INSERT INTO migrations (name) VALUES ('999-newer.sql');
      CREATE TABLE newer (id int);
      ALTER TABLE letters DROP COLUMN text_sealed;`);
    await target.pool.end();
    await expect(migrate(target.url)).rejects.toThrow('migrated by a newer version (999-newer.sql)');
    await restore(target.url, file, keys, { replace: true }, afterwards);
    expect(await contentsOf(target.url)).toEqual(await contentsOf(source.url));
    await migrate(target.url);
    const pool = openPool(target.url, 1);
    await runMigrations({ pgPool: pool });
    expect((await pool.query('SELECT * FROM graphile_worker.jobs')).rows).toEqual([]);
    await pool.end();
  });

  it('refuses a database in use', async () => {
    const target = await freshDatabase();
    await target.pool.query('SELECT 1');
    await expect(restore(target.url, file, keys, { replace: true }, afterwards)).rejects.toThrow('stop the site');
    await target.drop();
  });

  it('refuses without the key, and says which it wants', async () => {
    const others = deriveKeys(Buffer.alloc(32, 4));
    const refused = restore(source.url, file, others, { replace: true }, afterwards);
    await expect(refused).rejects.toThrow(`SEALING_KEY: this backup wants the key ${keys.current.print}`);
    await expect(refused).rejects.toThrow(`held are 1 (${others.current.print})`);
  });

  it('takes what an older key signed, as long as that one is held too', async () => {
    const ring = new KeyRing({
      roots: new Map([
        [1, key],
        [2, Buffer.alloc(32, 5)],
      ]),
      lookup: undefined,
    });
    ring.use(2);
    const target = await emptyDatabase();
    await restore(target.url, file, ring, { replace: false }, afterwards);
    expect(await contentsOf(target.url)).toEqual(await contentsOf(source.url));
  });

  it('refuses a file that is cut short, changed or none, before anything is touched', async () => {
    const whole = await readFile(file);
    const changed = Buffer.from(whole);
    changed[Math.floor(whole.length / 2)] = (changed[Math.floor(whole.length / 2)] ?? 0) ^ 0xff;
    for (const bytes of [
      whole.subarray(0, -20),
      whole.subarray(0, whole.length / 2),
      changed,
      Buffer.from('no backup'),
    ]) {
      const broken = join(folder, 'broken.backup');
      await writeFile(broken, bytes);
      await expect(restore(source.url, broken, keys, { replace: true }, afterwards)).rejects.toThrow(
        BackupRefusedError,
      );
    }
  });
});

describe('a backup that was changed by somebody without the key', () => {
  const whole = async () => gunzipSync(await readFile(file)).toString('utf8');
  const bySha = (text: string) => `${text}sha256 ${createHash('sha256').update(text).digest('hex')}\n`;
  const unsignedPart = (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);

  async function refused(text: string, how: { unsigned?: boolean } = {}): Promise<void> {
    const changed = join(folder, 'changed.backup');
    await writeFile(changed, gzipSync(text));
    const before = await contentsOf(source.url);
    await expect(restore(source.url, changed, keys, { replace: true, ...how }, afterwards)).rejects.toThrow(
      BackupRefusedError,
    );
    expect(await contentsOf(source.url)).toEqual(before);
  }

  const rowsOf = (text: string, table: string) => {
    const [, rows = ''] = new RegExp(`\\{"table":"${table}"[^\\n]*\\n([\\s\\S]*?)\\n\\\\\\.\\n`).exec(text) ?? [];
    return rows.split('\n');
  };

  it('is refused, however it was changed', async () => {
    const text = await whole();
    const [first = '', second = ''] = rowsOf(text, 'supporters');
    expect(first).toContain('\\\\x');
    const swapped = text.replace(`${first}\n${second}\n`, `${second}\n${first}\n`);
    const exchanged = text.replace(first.split('\t')[1] ?? '', second.split('\t')[1] ?? '');
    const without = text.replace(`${first}\n`, '');
    for (const changed of [swapped, exchanged, without]) {
      expect(changed).not.toBe(text);
      await refused(changed);
      await refused(bySha(unsignedPart(changed)));
      await refused(bySha(unsignedPart(changed).replace('"format":2', '"format":1')));
    }
    await refused(unsignedPart(text));
    await refused(`${text}${text.split('\n').at(-2)}\n`);
  });

  it('can’t pass for one from before backups were signed, which is taken where the operator says so', async () => {
    const text = unsignedPart(await whole()).replace('"format":2', '"format":1');
    await refused(bySha(text));
    await refused(text, { unsigned: true });
    const old = join(folder, 'old.backup');
    await writeFile(old, gzipSync(bySha(text)));
    await expect(restore(source.url, old, keys, { replace: true }, afterwards)).rejects.toThrow('--unsigned');
    const target = await emptyDatabase();
    await restore(target.url, old, keys, { replace: false, unsigned: true }, afterwards);
    expect(await contentsOf(target.url)).toEqual(await contentsOf(source.url));
  });
});

describe('letters that waited', () => {
  it('are held back by a restore, because they may have left since the backup', async () => {
    const target = await emptyDatabase();
    const letter = join(folder, 'letter.backup');
    await source.pool.query(
      `INSERT INTO actions (supporter_key, id, campaign_id, kind, lang, country, state, confirmed_at, expires_at, mail_due_at)
       SELECT s.key, new_id(), c.id, 'letter', 'en', 'KEN', 'confirmed', now(), now(), now()
         FROM campaigns c, (SELECT key FROM supporters LIMIT 4) s`,
    );
    await source.pool.query(
      `INSERT INTO letters (supporter_key, id, action_id, campaign_id, ask_id, representative_id, channel_id, text_sealed,
        confirmed_at, attempts, due_at,
         state, claim, claimed_at, bounce_id, handed_over_at, reply)
       SELECT a.supporter_key, new_id(), a.id, a.campaign_id, new_id(), new_id(), new_id(), 'x', now(), (s <> 'waiting')::int,
         CASE WHEN s <> 'handed-over' THEN now() END, s, CASE WHEN s IN ('claimed', 'handing-over') THEN new_id() END, now(),
         CASE WHEN s LIKE 'hand%' THEN substring(a.supporter_key FROM 1 FOR 10) END, CASE WHEN s = 'handed-over' THEN now() END,
         CASE WHEN s = 'handed-over' THEN '250 ok' END
       FROM unnest(ARRAY['waiting', 'claimed', 'handing-over', 'handed-over']) WITH ORDINALITY AS states (s, n)
       JOIN (SELECT *, row_number() OVER () AS n FROM actions) a USING (n)`,
    );
    await backup(source.url, letter, keys);
    await restore(target.url, letter, keys, { replace: false }, afterwards);
    const client = new pg.Client({ connectionString: target.url });
    await client.connect();
    const { rows } = await client.query<{ state: string }>('SELECT state FROM letters ORDER BY state');
    const open = await client.query(`SELECT 1 FROM actions WHERE state = 'unconfirmed' AND expires_at > now()`);
    await client.end();
    expect(rows.map(({ state }) => state)).toEqual(['handed-over', 'held', 'held', 'unknown']);
    expect(open.rowCount).toBe(0);
  });
});

describe('rows that an older version left', () => {
  it('come back as they stood; what they break holds for new ones as before', async () => {
    const left = await startingDatabase();
    await left.pool.query(`ALTER TABLE asks DROP CONSTRAINT asks_condition`);
    await left.pool.query(`UPDATE asks SET condition = 'on a whim' WHERE position = 0`);
    await left.pool.query(`ALTER TABLE asks ADD CONSTRAINT asks_condition CHECK (condition <> 'on a whim') NOT VALID`);
    const old = join(folder, 'left.backup');
    await backup(left.url, old, keys);
    const target = await emptyDatabase();
    await restore(target.url, old, keys, { replace: false }, afterwards);
    expect(await contentsOf(target.url)).toEqual(await contentsOf(left.url));
    const pool = new pg.Pool({ connectionString: target.url });
    await expect(pool.query(`UPDATE asks SET condition = 'sometimes' WHERE position = 1`)).rejects.toThrow(
      'asks_condition',
    );
    const { rows } = await pool.query('SELECT conname FROM pg_constraint WHERE NOT convalidated');
    expect(rows).toEqual([{ conname: 'asks_condition' }]);
    await pool.end();
    await left.drop();
  });
});

describe('a backup', () => {
  it('holds no key', async () => {
    const content = gunzipSync(await readFile(file));
    for (const encoding of ['base64', 'hex', 'latin1'] as const)
      expect(content.includes(key.toString(encoding))).toBe(false);
  });
});
