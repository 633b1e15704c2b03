import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { environment, nodeFlags } from '../bin/small-server.js';
import { root } from '../src/config/root.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/database/embedded.ts';
import { freePort } from '../test/support/free-port.ts';

/** A scratch database server with the product's own settings (fsync on), gone when it is stopped. */
export async function startScratchDatabase(): Promise<EmbeddedPostgres & { create(name: string): Promise<string> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'common-bonds-bench-'));
  const server = await startEmbeddedPostgres({ dataDir, say: () => {} });
  return {
    url: server.url,
    create: async (name: string) => {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return withDatabaseName(server.url, name);
    },
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** `new URL` knows no host-less url of a socket. */
function withDatabaseName(url: string, name: string): string {
  return url.replace('/common_bonds?', `/${name}?`);
}

export interface Product {
  readonly url: string;
  /** Resident memory of the web process now, in bytes. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** The built product as its own process, limits switched on as in production, behind a proxy on this machine. */
export async function startProduct(databaseUrl: string, env: Readonly<Record<string, string>> = {}): Promise<Product> {
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'common-bonds-bench-data-'));
  const child = spawn(process.execPath, [...nodeFlags, join(root, 'dist/start.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...environment,
      PATH: process.env.PATH,
      CB_ROOT: root,
      NODE_ENV: 'production',
      NODE_OPTIONS: process.env.NODE_OPTIONS,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      OUTBOX_PORT: '0',
      TRUSTED_PROXIES: '127.0.0.1',
      METRICS_TOKEN: 'bench-reads-the-metrics',
      OPERATOR_NAME: 'Bench Coalition',
      OPERATOR_EMAIL: 'desk@bench.example',
      LOG_LEVEL: 'error',
      ...(process.env.DATABASE_CONNECTIONS ? { DATABASE_CONNECTIONS: process.env.DATABASE_CONNECTIONS } : {}),
      ...env,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/readyz`, child);
  return {
    url,
    memory: () => residentMemory(url),
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1_500; tries += 1) {
    if (child.exitCode !== null) throw new Error('the product did not start');
    const ready = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await pause(20);
  }
  throw new Error('the product did not answer within 30 seconds');
}

async function residentMemory(url: string): Promise<number> {
  const text = await (
    await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer bench-reads-the-metrics' } })
  ).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
}
