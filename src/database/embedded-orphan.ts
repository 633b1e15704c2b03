import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { endPostgres } from './embedded-process.ts';
import { clearSocket } from './embedded-socket.ts';

/**
 * Ends the server that a killed process left behind, and clears away what a killed server left. Only the folder's owner may call it:
 * whoever runs on the folder then has no owner.
 */
export async function endOrphan(cluster: string, sockets: string): Promise<void> {
  const pid = await postmasterPid(cluster);
  if (pid === undefined) return;
  if (await isPostgres(pid, cluster)) await endPostgres((signal) => send(pid, signal));
  // PostgreSQL would take another program that has the pid by now for a server. A pid that nobody has it judges well by itself,
  // from the shared memory that the server's children may still hold.
  else if (send(pid, 0)) await rm(join(cluster, 'postmaster.pid'), { force: true });
  await clearSocket(sockets);
}

async function postmasterPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return pid > 1 ? pid : undefined;
}

async function isPostgres(pid: number, cluster: string): Promise<boolean> {
  if (!send(pid, 0)) return false;
  const command = await (process.platform === 'linux'
    ? readFile(`/proc/${pid}/cmdline`, 'utf8')
    : promisify(execFile)('ps', ['-ww', '-p', String(pid), '-o', 'command=']).then(({ stdout }) => stdout)
  ).catch(() => '');
  return command.includes('postgres') && command.includes(cluster);
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
