import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/support/database.ts';
import { keyInUse } from './sealed-with.ts';

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
  const key = await keyInUse(settings, fresh.database, { make: true });
  expect(await keyInUse(settings, fresh.database, { make: true })).toEqual(key);
  const mistyped = { ...settings, SEALING_KEY_FILE: join(folder, 'typo.key') };
  await expect(keyInUse(mistyped, fresh.database, { make: true })).rejects.toThrow('typo.key');
  const other = { ...settings, SEALING_KEY_FILE: join(folder, 'other.key') };
  await writeFile(other.SEALING_KEY_FILE, Buffer.alloc(32, 1).toString('base64'));
  await expect(keyInUse(other, fresh.database, { make: false })).rejects.toThrow('not the key');
  expect(await readdir(folder)).toEqual(['key', 'other.key']);
});
