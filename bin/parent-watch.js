import { readFileSync } from 'node:fs';

/**
 * Where npm is killed outright nobody tells us: we would go on unseen and hold the data folder. npm puts a shell between itself and us,
 * which outlives it, so both are watched.
 */
export function onNpmGone(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const started = starters();
  const watch = setInterval(() => {
    if (starters() === started) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

/** Our parent and its parent. Elsewhere than on Linux the shell gives its place to us, so that our parent is npm. */
function starters() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

/** From /proc (proc(5)): the second field after the name, which is in brackets and may hold anything. */
function parentOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return '';
  }
}
