import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of texts, one after the other. */
export function digestOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Of all files below a folder, by their names and bytes; or of those named. A file that is missing is the reader's to tell. */
export async function digestOfFiles(folder: string, names?: readonly string[]): Promise<string> {
  const all = names ?? (await filesBelow(folder));
  const files = await Promise.all(
    [...all].sort().map(async (name) => {
      const bytes = await readFile(join(folder, name)).catch(() => '');
      return [name, createHash('sha256').update(bytes).digest('hex')];
    }),
  );
  return digestOf(files.flat());
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
