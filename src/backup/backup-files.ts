import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { backupFolder } from './before-migrating.ts';

export interface BackupFile {
  readonly name: string;
  readonly at: Date;
  /** Bytes. */
  readonly size: number;
}

/** More are not looked at: the folder is the operator's. */
const MOST = 200;

/** The backups that lie in the folder of this machine, the newest first; undefined where it can't be read. */
export async function backupFiles(settings: Settings): Promise<readonly BackupFile[] | undefined> {
  const folder = backupFolder(settings);
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.backup')).slice(0, MOST);
    const all = await Promise.all(names.map((name) => look(folder, name)));
    return all.filter((one) => one !== undefined).sort((a, b) => b.at.getTime() - a.at.getTime());
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : undefined;
  }
}

/** @returns undefined of one that was removed meanwhile */
async function look(folder: string, name: string): Promise<BackupFile | undefined> {
  const found = await stat(join(folder, name)).catch(() => undefined);
  return found?.isFile() ? { name, at: found.mtime, size: found.size } : undefined;
}
