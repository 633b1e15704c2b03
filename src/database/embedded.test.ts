import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../test/support/until.ts';
import { DataFolderInUseError, runningEmbeddedUrl, startEmbeddedPostgres } from './embedded.ts';

let closed: string;
let dataDir: string;

beforeAll(async () => {
  closed = await mkdtemp(join(tmpdir(), 'common-bonds-embedded-'));
  await chmod(closed, 0o700);
  dataDir = join(closed, 'data');
});
afterAll(() => rm(closed, { recursive: true, force: true }));

const start = (say = (_line: string) => {}) => startEmbeddedPostgres({ dataDir, say, durable: false });
const postmaster = async () =>
  Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Another Common Bonds, which owns the folder as soon as this is fulfilled. */
async function anotherProcess(): Promise<ChildProcess> {
  const program = `
    const { startEmbeddedPostgres } = await import(process.argv[1]);
    await startEmbeddedPostgres({ dataDir: process.argv[2], say: () => {}, durable: false });
    console.log('running');`;
  const module = new URL('./embedded.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, module, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

describe('the embedded PostgreSQL', () => {
  test('is made once when two start on an empty folder that only its owner may enter', async () => {
    await mkdir(join(dataDir, 'postgres.draft-killed'), { recursive: true });
    const both = await Promise.allSettled([start(), start()]);
    const winners = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refusals = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refusals).toEqual([expect.any(DataFolderInUseError)]);
    const url = winners[0]?.url ?? '';
    await ask(url, `CREATE TABLE kept AS SELECT 'word' AS word`);
    expect(await runningEmbeddedUrl(dataDir)).toBe(url);
    const pid = await postmaster();
    await winners[0]?.stop();
    expect(lives(pid)).toBe(false);
    expect(await runningEmbeddedUrl(dataDir)).toBeUndefined();
    expect(await readdir(dataDir)).not.toContain('postgres.draft-killed');
  });

  test('listens on a socket for its owner alone, with no TCP and no TLS', async () => {
    const server = await start();
    const settings = await ask(
      server.url,
      `SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'ssl', 'unix_socket_permissions') ORDER BY name`,
    );
    expect(settings).toEqual([
      { name: 'listen_addresses', setting: '' },
      { name: 'ssl', setting: 'off' },
      { name: 'unix_socket_permissions', setting: '0700' },
    ]);
    const lines = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
    // Its own note of where it listens: port and socket's folder, and no address.
    expect([lines[3], lines[4]?.includes('socket'), lines[5]]).toEqual(['5432', true, '']);
    await server.stop();
  });

  test('is never asked to read XML, because its libxml2 is an old one', async () => {
    const sources = (await readdir('src', { recursive: true })).filter((name) => /\.(sql|tsx?)$/.test(name));
    const called =
      /\b(xmlparse|xpath(_exists)?|xmltable|xmlserialize|xml_is_well_formed\w*|xmlexists|table_to_xml|query_to_xml)\s*\(/i;
    const stored = /::xml\b|\bxml (NOT )?NULL/i;
    for (const name of sources.filter((file) => !file.endsWith('.test.ts'))) {
      const text = await readFile(join('src', name), 'utf8');
      expect(
        [called, stored].some((xml) => xml.test(text)),
        name,
      ).toBe(false);
    }
  });

  test('comes back by itself when its server is killed', async () => {
    const server = await start();
    const killed = await postmaster();
    process.kill(killed, 'SIGKILL');
    await until('it answers again', () => ask(server.url, 'SELECT 1').then(Boolean, () => false));
    expect(await postmaster()).not.toBe(killed);
    expect(await ask(server.url, 'SELECT word FROM kept')).toEqual([{ word: 'word' }]);
    await server.stop();
  });

  test.each(['its end is noticed', 'its next server begins'])(
    'can be stopped as soon as %s, leaving nothing',
    async (moment) => {
      const noticed = Promise.withResolvers<unknown>();
      const server = await start(noticed.resolve);
      const killed = await postmaster();
      process.kill(killed, 'SIGKILL');
      await noticed.promise;
      if (moment === 'its next server begins')
        await until('another server', async () => (await postmaster().catch(() => killed)) !== killed);
      await server.stop();
      const next = await start();
      expect(await ask(next.url, 'SELECT word FROM kept')).toEqual([{ word: 'word' }]);
      await next.stop();
    },
  );

  test('belongs to one process, and ends with it when that is killed', async () => {
    const other = await anotherProcess();
    const pid = await postmaster();
    await expect(start()).rejects.toThrow(`another Common Bonds is running on ${dataDir}`);
    other.kill('SIGKILL');
    await until('its server is gone', () => !lives(pid));
    const server = await start();
    expect(await ask(server.url, 'SELECT word FROM kept')).toEqual([{ word: 'word' }]);
    await server.stop();
  });

  test('takes over from a killed process whose server still runs', async () => {
    const other = await anotherProcess();
    const pid = await postmaster();
    other.kill('SIGKILL');
    const server = await start();
    expect(await postmaster()).not.toBe(pid);
    await server.stop();
  });

  test('starts where a server that lost its power left its traces, with its pid now another program’s', async () => {
    const traces = `${process.ppid}\n${join(dataDir, 'postgres')}\n`;
    await writeFile(join(dataDir, 'postgres/postmaster.pid'), traces, { mode: 0o600 });
    await writeFile(join(dataDir, 'socket/.s.PGSQL.5432.lock'), traces, { mode: 0o600 });
    const server = await start();
    expect(await ask(server.url, 'SELECT word FROM kept')).toEqual([{ word: 'word' }]);
    await server.stop();
  });

  test('keeps what people typed out of its log', async () => {
    const server = await start();
    await ask(server.url, 'CREATE TABLE unique_words (word text PRIMARY KEY)');
    const twice = `INSERT INTO unique_words VALUES ('told in confidence'), ('told in confidence')`;
    await expect(ask(server.url, twice)).rejects.toThrow('duplicate key');
    await server.stop();
    const log = await readFile(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('told in confidence');
  });

  test('listens nowhere but in a private folder, however long the path of the data folder', async () => {
    const far = join(closed, 'long-name-of-a-folder-'.repeat(6));
    const server = await startEmbeddedPostgres({ dataDir: far, say: () => {}, durable: false });
    expect(await ask(server.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
    const sockets = new URL(server.url.replace('@/', '@x/')).searchParams.get('host') ?? '';
    await server.stop();
    await rm(sockets, { recursive: true });
  });
});
