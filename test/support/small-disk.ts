import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A disk that can be filled. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes every byte that is left. @returns gives them back */
  fill(): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

/** @returns undefined where this account may not mount one */
export async function smallDisk(): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'common-bonds-full-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', folder]);
  } catch {
    await rm(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    fill: () => fill(join(folder, 'ballast')),
    remove: async () => {
      await run('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fill(path: string): Promise<() => Promise<void>> {
  const file = await open(path, 'w');
  for (let block = Buffer.alloc(1 << 20, 1); block.length > 0; ) {
    try {
      await file.write(block);
    } catch {
      block = block.subarray(0, block.length >> 1);
    }
  }
  await file.close();
  return () => rm(path);
}
