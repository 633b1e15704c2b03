import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeySettings, readKeys } from '../config/key-file.ts';
import type { Settings } from '../config/settings.ts';
import { LONG_WORK, openDatabase, openPool } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { holdsWhatKeysMade } from '../sealing/keys-in-use.ts';
import { backup } from './backup.ts';
import { dropAllBut, nameAt, type Reason } from './drop-old.ts';

export type UpgradeSettings = KeySettings &
  Pick<Settings, 'BACKUP_BEFORE_UPGRADE' | 'BACKUP_DIR' | 'BACKUPS_KEPT' | 'DATA_DIR'>;

/**
 * Brings an install's database to this version. Before the first migration that an existing one has not had, everything is backed up, as
 * `npm run backup` does it; an empty one has nothing to keep.
 * @param say told where the backup is, and of each migration
 * @throws where no backup can be made, naming the setting; then nothing was migrated
 */
export async function upgrade(settings: UpgradeSettings, url: string, say: (line: string) => void): Promise<void> {
  await migrate(url, say, async () => {
    if (settings.BACKUP_BEFORE_UPGRADE)
      say(`backup before the upgrade: ${await backupBefore('upgrade', settings, url)}`);
    else say('BACKUP_BEFORE_UPGRADE: no backup is made before the upgrade');
  });
}

/** Where backups before upgrades are kept. */
export function backupFolder({ BACKUP_DIR, DATA_DIR }: Pick<Settings, 'BACKUP_DIR' | 'DATA_DIR'>): string {
  return BACKUP_DIR ?? join(DATA_DIR, 'backups');
}

/**
 * Backs everything up before something is done that can't be undone; of each kind the newest are kept.
 * @returns where the backup is
 * @throws where none can be made, naming the setting
 */
export async function backupBefore(reason: Reason, settings: UpgradeSettings, url: string): Promise<string> {
  const folder = backupFolder(settings);
  const file = join(folder, nameAt(reason, new Date()));
  const keys = await readKeys(settings, { make: !(await isSealed(url)) });
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await backup(url, file, keys);
    await dropAllBut(folder, reason, settings.BACKUPS_KEPT);
  } catch (error) {
    throw isOfTheDisk(error) ? new Error(refusal(folder, reason, error), { cause: error }) : error;
  }
  return file;
}

/** Whether a key is needed that was made before; another one made now would hide that it is missing. */
async function isSealed(url: string): Promise<boolean> {
  const pool = openPool(url, 1, LONG_WORK);
  return holdsWhatKeysMade(openDatabase(pool)).finally(() => pool.end());
}

function isOfTheDisk(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

function refusal(folder: string, reason: Reason, error: NodeJS.ErrnoException): string {
  const nothing = `BACKUP_DIR: no backup can be written to ${folder} (${error.code}), so nothing was`;
  return reason === 'reset'
    ? `${nothing} removed; name a folder with room`
    : `${nothing} upgraded; name a folder with room, or set BACKUP_BEFORE_UPGRADE=0 to upgrade without one`;
}
