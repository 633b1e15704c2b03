import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFile, readKeys } from './key-file.ts';
import { deriveKeys } from './keys.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

const settings = () => ({ DATA_DIR: folder, SEALING_KEY: undefined, SEALING_KEY_FILE: undefined });

describe('the sealing key', () => {
  it('is made once, for its owner alone, even by many first starts at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => readKeys(settings(), { make: true })));
    expect(new Set(keys.map(({ current }) => current.print)).size).toBe(1);
    expect((await stat(keyFile(settings()))).mode & 0o077).toBe(0);
    expect((await readKeys(settings(), { make: false })).current).toEqual(keys[0]?.current);
  });

  it('is not made where it must exist', async () => {
    await expect(readKeys(settings(), { make: false })).rejects.toThrow('SEALING_KEY_FILE');
  });

  it('is refused when its file holds something else', async () => {
    const file = join(folder, 'broken');
    await writeFile(file, 'not a key');
    await expect(readKeys({ ...settings(), SEALING_KEY_FILE: file }, { make: true })).rejects.toThrow(file);
  });

  it('gives a different key to every purpose', () => {
    const { lookup, current } = deriveKeys(Buffer.alloc(32, 7));
    const keys = [lookup, current.sealing, current.links, current.stamps, current.backups];
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(5);
  });
});
