import { createHash, createHmac } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';

/**
 * A backup: gzip over lines. First the head as JSON; then each table, as a line of JSON, its rows as PostgreSQL's COPY text, and `\.`;
 * last the SHA-256 of everything before.
 */
export const Head = z.object({
  format: z.literal(1),
  takenAt: z.string(),
  keyPrint: z.string(),
  migrations: z.array(z.string()),
});
export type Head = z.infer<typeof Head>;

export const TableHead = z.object({
  table: z.string().regex(/^[a-z_]+$/),
  columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
});
export type TableHead = z.infer<typeof TableHead>;

export const END_OF_TABLE = '\\.';
const TRAILER = /^sha256 ([0-9a-f]{64})$/;

/** A file that is no whole backup, or not one of ours. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/** By which a backup knows the sealing key it needs, without telling anything of it. */
export function keyPrint(sealingKey: Buffer): string {
  return createHmac('sha256', sealingKey).update('which key a backup needs').digest('hex').slice(0, 16);
}

export function trailer(digest: string): string {
  return `sha256 ${digest}\n`;
}

/** Reads a backup to its end. @returns its head @throws BackupRefused where it is cut short or was changed */
export async function checkBackup(file: string): Promise<Head> {
  const hash = createHash('sha256');
  let head: Head | undefined;
  let sum: string | undefined;
  try {
    for await (const line of wholeLines(file)) {
      sum = TRAILER.exec(line)?.[1];
      if (sum) continue;
      hash.update(`${line}\n`);
      head ??= Head.parse(JSON.parse(line));
    }
  } catch (error) {
    throw new BackupRefused(`${file} is damaged or no backup: ${(error as Error).message.split('\n')[0]}`);
  }
  if (!head || sum !== hash.digest('hex'))
    throw new BackupRefused(`${file} is cut short or was changed; nothing was restored`);
  return head;
}

/** The lines of a backup, however large it is. They end with a line feed and nothing else: COPY leaves the separators of Unicode as they are. */
export async function* wholeLines(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  const read = pipeline(createReadStream(file), unpacked).catch((error: unknown) => unpacked.destroy(error as Error));
  let begun = '';
  for await (const part of unpacked.setEncoding('utf8')) {
    const [first = '', ...more] = (part as string).split('\n');
    begun += first;
    for (const next of more) {
      yield begun;
      begun = next;
    }
  }
  await read;
  if (begun) yield begun;
}
