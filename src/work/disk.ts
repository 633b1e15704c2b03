import { statfs } from 'node:fs/promises';
import type { Settings } from '../config/settings.ts';

/** Bytes. */
interface Disk {
  readonly free: number;
  readonly size: number;
}

const GIGABYTE = 1_000_000_000;

/** Whether so little is left that a busy week fills it: less than a twentieth, where that is not still plenty; or less than a gigabyte. */
function isNearlyFull({ free, size }: Disk): boolean {
  return free < GIGABYTE || (free < size / 20 && free < 20 * GIGABYTE);
}

/** Bytes of the disk that has the data folder, and with the embedded server the database. */
export async function diskOf({ DATA_DIR }: Pick<Settings, 'DATA_DIR'>): Promise<Disk> {
  const { bavail, blocks, bsize } = await statfs(DATA_DIR);
  return { free: bavail * bsize, size: blocks * bsize };
}

/** What is told of a disk on which little is left; undefined of any other. */
export function nearlyFull(
  disk: Disk,
): { readonly values: { readonly free: number; readonly size: number } } | undefined {
  const inGigabytes = (bytes: number) => Math.round(bytes / (GIGABYTE / 10)) / 10;
  return isNearlyFull(disk) ? { values: { free: inGigabytes(disk.free), size: inGigabytes(disk.size) } } : undefined;
}
