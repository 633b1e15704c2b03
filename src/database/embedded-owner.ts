import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

/** Another process serves this data folder. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';
  constructor(folder: string) {
    super(`DATA_DIR: another Common Bonds is running on ${folder}; stop it first, or set another DATA_DIR`);
  }
}

const SQLITE_BUSY = 5;

/** How long a process that was just killed may take to be gone, in milliseconds. */
const GRACE = 1_000;

/** As ownDataFolder, after a little patience with a process that is just ending. @throws DataFolderInUseError */
export async function ownDataFolderSoon(dataDir: string): Promise<() => void> {
  for (let passed = 0; ; passed += 100) {
    try {
      return ownDataFolder(dataDir);
    } catch (error) {
      if (passed >= GRACE) throw error;
    }
    await pause(100);
  }
}

/**
 * Makes this process the data folder's only owner until it lets go or ends, however it ends: the lock is SQLite's, and so the kernel's;
 * Node has no call for it. Nothing in the folder may be touched before.
 * @returns what lets go
 * @throws DataFolderInUseError
 */
function ownDataFolder(dataDir: string): () => void {
  const file = new DatabaseSync(join(dataDir, 'owner.lock'));
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    throw (error as { errcode?: number }).errcode === SQLITE_BUSY ? new DataFolderInUseError(dataDir) : error;
  }
  return () => file.close();
}

/** Whether some process owns the data folder. */
export function dataFolderOwned(dataDir: string): boolean {
  try {
    ownDataFolder(dataDir)();
    return false;
  } catch (error) {
    if (error instanceof DataFolderInUseError) return true;
    throw error;
  }
}
