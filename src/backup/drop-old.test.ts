import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BACKUP_DAYS, dropOldBackups, nameAt } from './drop-old.ts';

const now = new Date('2026-11-28T12:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'common-bonds-backups-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('of what was made before upgrades and resets, only the last days are there; what else lies there stays', async () => {
  const stay = [
    nameAt('upgrade', daysAgo(BACKUP_DAYS - 0.01)),
    nameAt('reset', daysAgo(1)),
    'monday.backup',
    'before-upgrade-20200101.backup',
    `${nameAt('upgrade', daysAgo(90))}.old`,
  ];
  const go = [nameAt('upgrade', daysAgo(BACKUP_DAYS + 0.01)), nameAt('reset', daysAgo(400))];
  for (const name of [...stay, ...go]) await writeFile(join(folder, name), '');
  await dropOldBackups(folder, now);
  expect((await readdir(folder)).sort()).toEqual(stay.sort());
});

it('is no failure where nothing was ever made', async () => {
  await expect(dropOldBackups(join(folder, 'nowhere'), now)).resolves.toBeUndefined();
});
