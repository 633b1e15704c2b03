import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hasDatabase } from './reach-database.ts';

it('a database is there where one is named or was made; to ask makes none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'common-bonds-none-'));
  expect(hasDatabase({ DATABASE_URL: undefined, DATA_DIR: folder })).toBe(false);
  expect(hasDatabase({ DATABASE_URL: 'postgresql://elsewhere', DATA_DIR: folder })).toBe(true);
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});
