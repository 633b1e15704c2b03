import { hkdfSync, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Settings } from './settings.ts';

/** Keys for separate purposes, all derived from the one sealing key (RFC 5869), which is in no database and no backup. */
export interface Keys {
  /** AES-256: what is stored of supporters. */
  readonly sealing: Buffer;
  /** HMAC-SHA-256: finding a supporter by address. */
  readonly lookup: Buffer;
  /** AES-256: links that we mail. */
  readonly links: Buffer;
  /** HMAC-SHA-256: return paths, form challenges, and whatever else only we may write. */
  readonly stamps: Buffer;
}

/** @param root 32 random bytes */
export function deriveKeys(root: Buffer): Keys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', root, '', `common-bonds/${purpose}/1`, 32));
  return { sealing: derive('sealing'), lookup: derive('lookup'), links: derive('links'), stamps: derive('stamps') };
}

/** Where the sealing key of this install lies when it is not given by SEALING_KEY. */
export function keyFile(settings: Pick<Settings, 'SEALING_KEY_FILE' | 'DATA_DIR'>): string {
  return settings.SEALING_KEY_FILE ?? join(settings.DATA_DIR, 'key', 'sealing.key');
}

/**
 * The sealing key: from SEALING_KEY, or its file, which is made (mode 0600) on the first start.
 * @throws when the file holds anything but 32 bytes in base64
 */
export async function readSealingKey(
  settings: Pick<Settings, 'SEALING_KEY' | 'SEALING_KEY_FILE' | 'DATA_DIR'>,
  { make }: { make: boolean },
): Promise<Buffer> {
  if (settings.SEALING_KEY) return Buffer.from(settings.SEALING_KEY, 'base64');
  const file = keyFile(settings);
  const text = await readFile(file, 'utf8').catch(() => (make ? makeKey(file) : undefined));
  const key = Buffer.from(text?.trim() ?? '', 'base64');
  if (key.length !== 32) throw new Error(`SEALING_KEY_FILE: ${file} does not hold a sealing key (32 bytes in base64)`);
  return key;
}

async function makeKey(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o400, flush: true });
  await chmod(draft, 0o400);
  // link() fails where a key exists already: two first starts at once agree on one key, and none is ever overwritten.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readFile(file, 'utf8');
}
