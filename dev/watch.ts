import { watch } from 'node:fs';
import { join } from 'node:path';

/** Folders of which a running site shows something. */
const FOLDERS = ['src', 'content'];
/** Milliseconds of quiet after a change: editors write a file in several steps. */
const QUIET = 25;

/**
 * Tells of changed files, all of a moment together, one call at a time.
 * @param changed gets paths from the project's folder
 * @returns ends it
 */
export function watchProject(root: string, changed: (paths: readonly string[]) => Promise<void>): () => void {
  const waiting = new Set<string>();
  let atWork: Promise<void> | undefined;
  let quiet: NodeJS.Timeout | undefined;
  const work = () => {
    if (waiting.size === 0) return;
    const paths = [...waiting].sort();
    waiting.clear();
    atWork = changed(paths).finally(() => {
      atWork = undefined;
      work();
    });
  };
  const notice = (path: string) => {
    if (isPassing(path)) return;
    waiting.add(path);
    clearTimeout(quiet);
    quiet = setTimeout(() => atWork ?? work(), QUIET);
  };
  const watchers = FOLDERS.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_, name) => name && notice(join(folder, name))),
  );
  return () => {
    clearTimeout(quiet);
    for (const watcher of watchers) watcher.close();
  };
}

/** What editors put down for a moment, tests, and folders themselves. */
function isPassing(path: string): boolean {
  return /(^|\/)[.#~]|~$|\.test\.tsx?$|\/\d+$|(^|\/)[^./]+$/.test(path);
}
