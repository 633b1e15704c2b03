import { access } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createCluster, postgresArguments } from './embedded-cluster.ts';
import { endPostgres, type PostgresProcess, postmasterOf, runPostgres } from './embedded-process.ts';
import { socketFolder, urlOf } from './embedded-socket.ts';

export interface EmbeddedPostgres {
  readonly url: string;
  /** Ends the server cleanly; nothing is left running. */
  stop(): Promise<void>;
}

/** Another process serves this data folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  constructor(folder: string) {
    super(`DATA_DIR: another Common Bonds is running on ${folder}; stop it first, or set another DATA_DIR`);
  }
}

type Say = (line: string) => void;

/** Held on one connection for the life of the process: the server itself says whether its owner is still there. */
const OWNER_LOCK = 7_072_001;

/**
 * Starts the PostgreSQL that comes with the program, as a child process on a socket of its own (no TCP), and keeps it running: when it
 * is killed it is started again.
 * @throws DataFolderInUse
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  say: Say;
  durable?: boolean;
}): Promise<EmbeddedPostgres> {
  const cluster = join(options.dataDir, 'postgres');
  await createCluster(options.dataDir, cluster, options.say);
  const sockets = await socketFolder(options.dataDir);
  await endOrphan(options.dataDir, cluster, sockets);
  const url = urlOf(sockets);
  const start = () => runPostgres(cluster, postgresArguments(sockets, options.durable ?? true), url);
  return keepRunning(options.dataDir, url, await start(), start);
}

/** A server without an owner was left by a process that was killed: it is ended, cleanly. */
async function endOrphan(dataDir: string, cluster: string, sockets: string): Promise<void> {
  const pid = await postmasterOf(cluster);
  if (pid === undefined) return;
  const owner = await takeOwnership(urlOf(sockets)).catch(() => undefined);
  if (owner === false) throw new DataFolderInUse(dataDir);
  if (owner) await owner.end();
  await endPostgres(pid);
}

/** @returns the connection that holds the lock, or false where somebody else holds it */
async function takeOwnership(url: string): Promise<pg.Client | false> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  client.on('error', () => {});
  await client.connect();
  const answer = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [OWNER_LOCK]);
  if (answer.rows[0]?.taken) return client;
  await client.end();
  return false;
}

async function keepRunning(
  dataDir: string,
  url: string,
  first: PostgresProcess,
  start: () => Promise<PostgresProcess>,
): Promise<EmbeddedPostgres> {
  let server = first;
  let owner = await takeOwnership(url);
  if (!owner) throw new DataFolderInUse(dataDir);
  let stopping = false;
  const watch = async () => {
    while (!stopping) {
      await server.ended;
      if (stopping) return;
      await new Promise((resolve) => setTimeout(resolve, 300));
      server = await start().catch(() => server);
      owner = await takeOwnership(url).catch(() => false as const);
    }
  };
  const watching = watch();
  return {
    url,
    stop: async () => {
      stopping = true;
      if (owner) await owner.end().catch(() => {});
      await endPostgres(server.pid);
      await server.ended;
      await watching;
    },
  };
}

/** The url of the server that runs on a data folder, for verbs beside a running site; undefined where none runs. */
export async function runningEmbeddedUrl(dataDir: string): Promise<string | undefined> {
  const cluster = join(dataDir, 'postgres');
  const there = await access(join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (!there || (await postmasterOf(cluster)) === undefined) return undefined;
  return urlOf(await socketFolder(dataDir));
}
