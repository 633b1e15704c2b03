import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { keysInUse } from './keys-in-use.ts';

let fresh: FreshDatabase;
let folder: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'sealed-'));
});
afterAll(async () => {
  await fresh.drop();
  await rm(folder, { recursive: true });
});

it('a database keeps to the key that it is sealed with, and none is made beside it', async () => {
  const settings = { DATA_DIR: folder, SEALING_KEY: undefined, SEALING_KEY_FILE: undefined };
  const { current } = await keysInUse(settings, fresh.database, { make: true });
  expect((await keysInUse(settings, fresh.database, { make: true })).current).toEqual(current);
  const mistyped = { ...settings, SEALING_KEY_FILE: join(folder, 'typo.key') };
  await expect(keysInUse(mistyped, fresh.database, { make: true })).rejects.toThrow('typo.key');
  const other = { ...settings, SEALING_KEY_FILE: join(folder, 'other.key') };
  await writeFile(other.SEALING_KEY_FILE, Buffer.alloc(32, 1).toString('base64'));
  await expect(keysInUse(other, fresh.database, { make: false })).rejects.toThrow('not the key');
  expect(await readdir(folder)).toEqual(['key', 'other.key']);
});
