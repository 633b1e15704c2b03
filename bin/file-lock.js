import { existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';

/**
 * Does work that only one process may do at a time; others wait for it. A lock whose owners are all gone counts for nothing.
 * @param work is given a function that names another process as an owner of the lock, too
 */
export async function withFileLock(lock, say, work) {
  for (let tries = 0; !taken(lock); tries += 1) {
    if (tries === 3) say('another start is at the same work; waiting for it…');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  try {
    await work((pid) => writeFileSync(lock, `${process.pid} ${pid}`));
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(lock) {
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    // The lock appears with its owner in it, or not at all.
    linkSync(draft, lock);
    return true;
  } catch {
    if (abandoned(lock)) rmSync(lock, { force: true });
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Left by processes that are gone, or from before the machine started, when their numbers meant others. */
function abandoned(lock) {
  if (!existsSync(lock)) return false;
  const age = (Date.now() - statSync(lock).mtimeMs) / 1000;
  const owners = readFileSync(lock, 'utf8').split(' ').map(Number);
  return age > uptime() || !owners.some(alive);
}

function alive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
