import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { loadContent } from '../../src/content.ts';
import { openDatabase, openPool } from '../../src/database/database.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

/** One real PostgreSQL for the whole run, with databases to copy; gone with the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'common-bonds-test-'));
  const forget = removeWithUs(process.env.CB_TEST_FOLDER ?? dataDir);
  const server = await startEmbeddedPostgres({ dataDir, say: () => {}, durable: false });
  await makeModels(server.url);
  project.provide('databaseUrl', server.url);
  return async () => {
    await server.stop();
    forget();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** The databases that tests get copies of: `model` is empty, `starting` has what the first start loads. */
async function makeModels(url: string): Promise<void> {
  const named = (name: string) => url.replace('/common_bonds?', `/${name}?`);
  await ask(url, 'CREATE DATABASE model');
  await migrate(named('model'));
  await ask(url, 'CREATE DATABASE starting TEMPLATE model');
  await runMigrations({ connectionString: named('starting') });
  const pool = openPool(named('starting'), 1);
  await loadContent(openDatabase(pool), 'UTC');
  await pool.end();
  await ask(named('starting'), 'VACUUM ANALYZE');
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/**
 * A run that is killed cleans nothing up; this shell does, once its input closes with us and the server, which ends then too, has had
 * time.
 */
function removeWithUs(folder: string): () => void {
  const sweeper = spawn('/bin/sh', ['-c', 'read -r line; sleep 2; rm -rf "$0"', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  return () => sweeper.kill('SIGKILL');
}
