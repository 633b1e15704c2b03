import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createCluster, postgresArguments } from './embedded-cluster.ts';
import { endOrphan } from './embedded-orphan.ts';
import { dataFolderOwned, ownDataFolderSoon } from './embedded-owner.ts';
import { answers, type PostgresProcess, postgresPrograms, runPostgres } from './embedded-process.ts';
import { socketFolder, urlOf } from './embedded-socket.ts';
import { giveToServer } from './embedded-user.ts';

export { DataFolderInUseError } from './embedded-owner.ts';
export { EmbeddedPostgresError } from './embedded-process.ts';

export interface EmbeddedPostgres {
  readonly url: string;
  /** Ends the server cleanly; nothing is left running. */
  stop(): Promise<void>;
}

type Say = (line: string) => void;
type Start = () => Promise<PostgresProcess>;

/**
 * Starts the PostgreSQL that comes with the program, as a child process on a socket of its own (no TCP), and keeps it running: when it
 * is killed it is started again.
 * @param options.durable false only for tests, whose data nobody will miss
 * @throws DataFolderInUseError, EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  say: Say;
  durable?: boolean;
}): Promise<EmbeddedPostgres> {
  const { dataDir, say, durable = true } = options;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const letGo = await ownDataFolderSoon(dataDir);
  try {
    const cluster = join(dataDir, 'postgres');
    const sockets = await socketFolder(dataDir);
    await endOrphan(cluster, sockets);
    await createCluster(dataDir, cluster, say);
    await giveToServer(cluster, (await postgresPrograms()).postgres);
    const url = urlOf(sockets);
    const start = () => runPostgres(cluster, postgresArguments(sockets, durable), url);
    const end = keepRunning(await start(), start, say);
    return { url, stop: () => end().finally(letGo) };
  } catch (error) {
    letGo();
    throw error;
  }
}

/** Starts the server again whenever it ends by itself, after 0.2 s and then ever longer, at most 10 s. */
function keepRunning(first: PostgresProcess, start: Start, say: Say): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let server = first;
  const startAgain = async () => {
    for (let wait = 200; !signal.aborted; wait = Math.min(wait * 2, 10_000)) {
      await pause(wait, undefined, { signal }).catch(() => {});
      const next = signal.aborted ? undefined : await start().catch(() => undefined);
      if (next) return next;
    }
    return server;
  };
  const watch = async () => {
    while (!signal.aborted) {
      await server.ended;
      if (signal.aborted) return;
      say('the database has ended by itself; starting it again…');
      server = await startAgain();
    }
    await server.stop();
  };
  const watching = watch();
  return async () => {
    stopping.abort();
    await server.stop();
    await watching;
  };
}

/**
 * The url of the server that runs on a data folder, for verbs beside a running site; undefined where none runs. Waits for one that is
 * just starting.
 */
export async function runningEmbeddedUrl(dataDir: string): Promise<string | undefined> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  while (dataFolderOwned(dataDir)) {
    const url = urlOf(await socketFolder(dataDir));
    if (await answers(url)) return url;
    await pause(100);
  }
  return undefined;
}
