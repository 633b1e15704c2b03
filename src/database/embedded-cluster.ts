import { randomBytes } from 'node:crypto';
import { access, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresPrograms, runToEnd } from './embedded-process.ts';

/**
 * Makes the database cluster on the first start: beside its place, then moved there whole, so that being killed midway leaves nothing
 * half made.
 */
export async function createCluster(dataDir: string, cluster: string, say: (line: string) => void): Promise<void> {
  if (await exists(join(cluster, 'PG_VERSION'))) return;
  await removeDrafts(dataDir);
  say('making the database…');
  const draft = join(dataDir, `postgres.draft-${randomBytes(4).toString('hex')}`);
  await runToEnd((await postgresPrograms()).initdb, [
    ...['-D', draft, '-U', 'common_bonds', '-A', 'trust', '-E', 'UTF8', '--data-checksums'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
  ]);
  await rename(draft, cluster);
}

async function removeDrafts(dataDir: string): Promise<void> {
  const left = (await readdir(dataDir)).filter((name) => name.startsWith('postgres.draft-'));
  for (const name of left) await rm(join(dataDir, name), { recursive: true, force: true });
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * Settings of the server. What people typed must not reach its log: values of statements and the details of errors stay out.
 * @param durable false only for tests, whose data nobody will miss
 */
export function postgresArguments(sockets: string, durable: boolean): string[] {
  const settings: Record<string, string> = {
    // No TCP, no TLS: its OpenSSL is an old one (docs/decisions/0001), and hears nobody.
    listen_addresses: '',
    ssl: 'off',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    shared_buffers: durable ? '256MB' : '64MB',
    max_connections: '120',
    // Rare checkpoints: after each one the first change of a page writes the whole page, and actions touch random pages.
    max_wal_size: '4GB',
    checkpoint_timeout: '30min',
    wal_compression: 'pglz',
    jit: 'off',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_min_messages: 'error',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
