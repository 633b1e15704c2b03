import { readFile, stat } from 'node:fs/promises';

/** A file to import that is larger than this is a mistake; today's largest has a quarter of a megabyte. */
const LARGEST = 20 * 1024 * 1024;

/** A file that was not read, and why, as said of it: `is missing`. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
  readonly reason: string;
  constructor(path: string, reason: string) {
    super(`${path} ${reason}`);
    this.reason = reason;
  }
}

/** Reads a file of ordinary size. A device or a pipe has no size and may have no end. @throws UnreadableFileError */
export async function readRegularFile(path: string): Promise<Buffer> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UnreadableFileError(path, 'is missing');
  if (!found.isFile()) throw new UnreadableFileError(path, 'is no regular file');
  if (found.size > LARGEST) throw new UnreadableFileError(path, `is larger than ${LARGEST / 1024 / 1024} MB`);
  return readFile(path);
}

/** Reads a text. Letters of another encoding would be spoilt without a word. @throws UnreadableFileError */
export async function readText(path: string): Promise<string> {
  const bytes = await readRegularFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFileError(path, 'is not UTF-8');
  }
}
