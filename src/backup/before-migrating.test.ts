import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { type OldDatabase, oldDatabase } from '../../test/support/old-database.ts';
import { deriveKeys } from '../config/keys.ts';
import { root } from '../config/root.ts';
import { readSettings } from '../config/settings.ts';
import { startEmbeddedPostgres } from '../database/embedded.ts';
import { knownMigrations, migrateWithin } from '../database/migrate.ts';
import { afterRestoreOf } from '../handed.ts';
import { startProcess } from '../main.ts';
import { rooms } from '../rooms.ts';
import { checkBackup } from './backup-file.ts';
import { upgrade } from './before-migrating.ts';
import { restore } from './restore.ts';

const key = Buffer.alloc(32, 7);
const keys = deriveKeys(key);
let folder: string;
let old: OldDatabase;
let said: string[];
const say = (line: string) => void said.push(line);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upgrade-'));
  said = [];
});
afterEach(async () => {
  await old?.drop().catch(() => {});
  await rm(folder, { recursive: true });
});

const settingsOf = (env: Record<string, string> = {}) =>
  readSettings({ SEALING_KEY: key.toString('base64'), DATA_DIR: folder, ...env }, folder);

const backups = (at = join(folder, 'backups')) => readdir(at).catch(() => []);

async function aDatabaseFrom(migration: string): Promise<OldDatabase> {
  old = await oldDatabase(migration);
  await old.query(`INSERT INTO wordings (id, lang, words) VALUES (decode(md5('w'), 'hex'), 'en', 'I agree.')`);
  return old;
}

describe('an upgrade', () => {
  it.each(['006', '010', '015', '028'])(
    'from before migration %s backs everything up first, and says where',
    async (from) => {
      const { url, query } = await aDatabaseFrom(from);
      await upgrade(settingsOf(), url, say);
      const [name = ''] = await backups();
      const file = join(folder, 'backups', name);
      expect(said[0]).toBe(`backup before the upgrade: ${file}`);
      const head = await checkBackup(file, { keys, unsigned: false });
      expect(head.migrations).toEqual((await knownMigrations()).filter((migration) => migration < from));
      expect((await query('SELECT name FROM migrations ORDER BY name')).map(({ name }) => name)).toEqual(
        await knownMigrations(),
      );

      const target = await freshDatabase();
      await target.pool.end();
      await restore(target.url, file, keys, { replace: true }, afterRestoreOf(rooms));
      const client = new pg.Client({ connectionString: target.url });
      await client.connect();
      expect((await client.query('SELECT words FROM wordings')).rows).toEqual([{ words: 'I agree.' }]);
      await client.end();
    },
  );

  it('makes none where nothing is to be migrated, or nothing was there', async () => {
    const fresh = await freshDatabase();
    await upgrade(settingsOf(), fresh.url, say);
    await fresh.pool.query('DROP SCHEMA public CASCADE');
    await fresh.pool.query('CREATE SCHEMA public');
    await upgrade(settingsOf(), fresh.url, say);
    expect(said.filter((line) => !line.startsWith('migrated: '))).toEqual([]);
    expect(await backups()).toEqual([]);
    await fresh.drop();
  });

  it('keeps the last of its own, and what else is there', async () => {
    const at = join(folder, 'elsewhere');
    const settings = settingsOf({ BACKUP_DIR: 'elsewhere', BACKUPS_KEPT: '1' });
    await upgrade(settings, (await aDatabaseFrom('028')).url, say);
    await writeFile(join(at, 'monday.backup'), 'of the operator');
    const [first] = (await backups(at)).filter((name) => name.startsWith('before-upgrade-'));
    await old.drop();
    await upgrade(settings, (await aDatabaseFrom('028')).url, say);
    const kept = await backups(at);
    expect(kept).toHaveLength(2);
    expect(kept).toContain('monday.backup');
    expect(kept).not.toContain(first);
  });

  it('does not begin where no backup can be written, and names the setting', async () => {
    const { url, query } = await aDatabaseFrom('028');
    await writeFile(join(folder, 'file'), '');
    const settings = settingsOf({ BACKUP_DIR: join(folder, 'file', 'backups') });
    await expect(upgrade(settings, url, say)).rejects.toThrow(
      /^BACKUP_DIR: no backup can be written to .* \(ENOTDIR\), .*BACKUP_BEFORE_UPGRADE=0/,
    );
    expect(await query(`SELECT 1 FROM migrations WHERE name >= '028'`)).toEqual([]);
    await upgrade({ ...settings, BACKUP_BEFORE_UPGRADE: false }, url, say);
    expect(said[0]).toBe('BACKUP_BEFORE_UPGRADE: no backup is made before the upgrade');
    expect(await query(`SELECT 1 FROM migrations WHERE name >= '028' LIMIT 1`)).toHaveLength(1);
  });

  it('does not begin, and makes no key, where the key of what is sealed is missing or another', async () => {
    const { url, query } = await aDatabaseFrom('010');
    await query(`INSERT INTO supporters (key, address_sealed) VALUES (decode(md5('a'), 'hex'), decode('02', 'hex'))`);
    await expect(upgrade(settingsOf({ SEALING_KEY: '' }), url, say)).rejects.toThrow(
      /^SEALING_KEY_FILE: .* does not hold/,
    );
    expect(await backups(join(folder, 'key'))).toEqual([]);
    await query(`INSERT INTO sealed_with (key_print) VALUES ('another')`);
    await expect(upgrade(settingsOf(), url, say)).rejects.toThrow(/^SEALING_KEY: what is held is not the key/);
    expect(await query(`SELECT 1 FROM migrations WHERE name >= '010'`)).toEqual([]);
  });

  it('makes one backup where two processes start at once', async () => {
    const { url } = await aDatabaseFrom('028');
    await Promise.all([upgrade(settingsOf(), url, say), upgrade(settingsOf(), url, say)]);
    expect(await backups()).toHaveLength(1);
  });
});

describe('the start of a newer version', () => {
  it('backs up the embedded database', async () => {
    const embedded = await startEmbeddedPostgres({ dataDir: folder, say });
    const client = new pg.Client({ connectionString: embedded.url });
    await client.connect();
    await migrateWithin(
      client,
      (await knownMigrations()).filter((name) => name < '028'),
    );
    await client.end();
    await embedded.stop();
    const running = await startProcess(
      settingsOf({ PORT: '0', OUTBOX_PORT: '0' }),
      { web: true, work: false, ahead: false },
      say,
    );
    await running.stop();
    expect(await backups()).toHaveLength(1);
    expect(said.some((line) => line.startsWith('backup before the upgrade: '))).toBe(true);
  });
});

it('stands before every migration of an install', async () => {
  // `npm run schema` has a server of its own.
  const verbs = (await readdir(join(root, 'bin'))).filter((name) => name.endsWith('.ts') && name !== 'schema.ts');
  const files = [...verbs.map((name) => join(root, 'bin', name)), join(root, 'src/main.ts')];
  const alone = await Promise.all(
    files.map(async (file) => /database\/migrate\.ts'/.test(await readFile(file, 'utf8'))),
  );
  expect(files.filter((_, index) => alone[index])).toEqual([]);
});
