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

it.each([
  ['a supporter', `INSERT INTO supporters (key, address_sealed) VALUES (decode(repeat('01', 16), 'hex'), '\\x03')`],
  ['a mail', `INSERT INTO outbox (id, message_sealed) VALUES (new_id(), '\\x03')`],
  [
    'somebody whose address is forgotten',
    `INSERT INTO supporters (key, address_sealed) VALUES (decode(repeat('01', 16), 'hex'), NULL);
     INSERT INTO campaigns (slug, opens_at, letter_limit, hashtags) VALUES ('one', now(), 1, '{}');
     INSERT INTO campaign_supporters (supporter_key, campaign_id, country, joined_at)
       SELECT decode(repeat('01', 16), 'hex'), id, 'KEN', now() FROM campaigns`,
  ],
])('no key is made beside what another one closed or finds, also where none was noted: %s', async (_what, held) => {
  const old = await freshDatabase();
  const empty = await mkdtemp(join(tmpdir(), 'sealed-'));
  const settings = { DATA_DIR: empty, SEALING_KEY: undefined, SEALING_KEY_FILE: undefined };
  await old.pool.query(held);
  await expect(keysInUse(settings, old.database, { make: true })).rejects.toThrow('key');
  expect(await readdir(empty)).toEqual([]);
  await rm(empty, { recursive: true });
  await old.drop();
});
