import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readText } from './read-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'common-bonds-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

const written = async (bytes: Buffer) => {
  await writeFile(join(folder, 'file.txt'), bytes);
  return join(folder, 'file.txt');
};

describe('a text', () => {
  it.each([
    ['Latin-1', Buffer.from('La Cour compte 124 États parties.', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffÉtats', 'utf16le')],
    ['cut in the middle of a letter', Buffer.from('É').subarray(0, 1)],
  ])('that is no UTF-8 is refused: %s', async (_, bytes) => {
    await expect(readText(await written(bytes))).rejects.toThrow('is not UTF-8');
  });

  it('is read without its byte order mark', async () => {
    expect(await readText(await written(Buffer.from('\ufeffÉtats')))).toBe('États');
  });
});
