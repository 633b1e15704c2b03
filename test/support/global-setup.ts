import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

/** One real PostgreSQL for the whole run, with a migrated database to copy; gone with the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'common-bonds-test-'));
  const forget = removeWithUs(process.env.CB_TEST_FOLDER ?? dataDir);
  const server = await startEmbeddedPostgres({ dataDir, say: () => {}, durable: false });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE DATABASE model');
  await client.end();
  await migrate(server.url.replace('/common_bonds?', '/model?'));
  project.provide('databaseUrl', server.url);
  return async () => {
    await server.stop();
    forget();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** A run that is killed cleans nothing up; this shell does, once its input closes with us and the server, which ends then too, has had time. */
function removeWithUs(folder: string): () => void {
  const sweeper = spawn('/bin/sh', ['-c', 'read -r line; sleep 2; rm -rf "$0"', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  return () => sweeper.kill('SIGKILL');
}
