import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KeyRing, type Ring } from './keys.ts';

/** The settings that say where the sealing keys are. */
export interface KeySettings {
  readonly SEALING_KEY?: string | undefined;
  readonly SEALING_KEY_FILE?: string | undefined;
  readonly DATA_DIR: string;
}

/** One key stands alone, as number 1; others have their number before them. */
const KEY = /^(?:(\d{1,4}|lookup)\s+)?([A-Za-z0-9+/]{43}=?)$/;

/** Where the sealing keys of this install lie when they are not given by SEALING_KEY. */
export function keyFile(settings: KeySettings): string {
  return settings.SEALING_KEY_FILE ?? join(settings.DATA_DIR, 'key', 'sealing.key');
}

/** What an error names: the setting, and the file where there is one. */
export function whereKeysAre(settings: KeySettings): string {
  return settings.SEALING_KEY ? 'SEALING_KEY' : `SEALING_KEY_FILE: ${keyFile(settings)}`;
}

/**
 * Reads keys: one to a line, or parted by commas; `#` begins a remark.
 * @returns undefined for anything else
 */
export function parseRing(text: string): Ring | undefined {
  const roots = new Map<number, Buffer>();
  let lookup: Buffer | undefined;
  for (const line of linesOf(text)) {
    const [, name = '1', base64 = ''] = KEY.exec(line) ?? [];
    const key = Buffer.from(base64, 'base64');
    if (key.length !== 32 || name === '0' || roots.has(Number(name)) || (name === 'lookup' && lookup)) return undefined;
    if (name === 'lookup') lookup = key;
    else roots.set(Number(name), key);
  }
  return roots.size > 0 ? { roots, lookup } : undefined;
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean);
}

/** Whether a line is the key of this number. */
export function isLineOf(line: string, number: number): boolean {
  return parseRing(line)?.roots.has(number) ?? false;
}

/** A key as a line of the ring. */
export function keyLine(name: number | 'lookup', key: Buffer): string {
  return `${name} ${key.toString('base64')}`;
}

/**
 * The sealing keys of this install, from SEALING_KEY or its file, which is made (mode 0400) on the first start.
 * @throws where there are none, or something else is there
 */
export async function readKeys(settings: KeySettings, { make }: { make: boolean }): Promise<KeyRing> {
  const ring = readRing(settings) ?? (make ? await makeRing(settings) : undefined);
  if (!ring) throw new Error(`${whereKeysAre(settings)} does not hold a sealing key (32 bytes in base64)`);
  try {
    return new KeyRing(ring, () => readRing(settings));
  } catch (error) {
    throw new Error(`${whereKeysAre(settings)}: ${(error as Error).message}`);
  }
}

/** @returns undefined where there is no file, or something else is in it */
function readRing(settings: KeySettings): Ring | undefined {
  if (settings.SEALING_KEY) return parseRing(settings.SEALING_KEY);
  const text = textOf(keyFile(settings));
  return text === undefined ? undefined : parseRing(text);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function makeRing(settings: KeySettings): Promise<Ring | undefined> {
  const file = keyFile(settings);
  if (settings.SEALING_KEY || textOf(file) !== undefined) return undefined;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = await draftOf(file, `${randomBytes(32).toString('base64')}\n`);
  // link() fails where a key exists already: two first starts at once agree on one key, and none is ever overwritten.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readRing(settings);
}

async function draftOf(file: string, text: string): Promise<string> {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, text, { mode: 0o400, flush: true });
  await chmod(draft, 0o400);
  return draft;
}

/**
 * Changes the lines of the key file, whole or not at all.
 * @throws where keys are given by SEALING_KEY, or the file can't be written
 */
export async function changeKeyFile(settings: KeySettings, change: (lines: string[]) => string[]): Promise<void> {
  if (settings.SEALING_KEY) throw new Error('SEALING_KEY: only its owner can change it');
  const file = keyFile(settings);
  const lines = (textOf(file) ?? '').split(/[\n,]/).filter((line) => line.trim());
  try {
    await rename(await draftOf(file, `${change(lines).join('\n')}\n`), file);
  } catch (error) {
    throw new Error(`SEALING_KEY_FILE: ${file} can’t be written (${(error as NodeJS.ErrnoException).code})`);
  }
}
