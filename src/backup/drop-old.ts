import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { daysBefore } from '../database/batches.ts';

/** For which what was made before an upgrade or a reset is kept: what was deleted since lies in it. */
export const BACKUP_DAYS = 30;

/** Only files of this name are ever removed: what the operator puts beside them stays. */
const NAME = /^before-(upgrade|reset)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.backup$/;

export type Reason = 'upgrade' | 'reset';

export function nameAt(reason: Reason, at: Date): string {
  return `before-${reason}-${at.toISOString().replace(/[-:.]/g, '')}.backup`;
}

/** Of each kind the newest stay. @param most how many of one */
export async function dropAllBut(folder: string, reason: Reason, most: number): Promise<void> {
  const ours = (await readdir(folder)).filter((name) => NAME.exec(name)?.[1] === reason).sort();
  for (const name of ours.slice(0, -most)) await rm(join(folder, name), { force: true });
}

/** The duty. @param folder where there need be none */
export async function dropOldBackups(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names)
    if (isBefore(name, daysBefore(now, BACKUP_DAYS))) await rm(join(folder, name), { force: true });
}

function isBefore(name: string, moment: Date): boolean {
  const [, , year, month, day, hour, minute, second, rest] = NAME.exec(name) ?? [];
  return year !== undefined && new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${rest}Z`) < moment;
}
