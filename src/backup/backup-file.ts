import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import type { DerivedKeys, Keys } from '../config/keys.ts';
import { sameSecret } from '../config/same-secret.ts';

/**
 * A backup: gzip over lines. First the head as JSON; then each table, as a line of JSON, its rows as PostgreSQL's COPY text, and `\.`;
 * last the HMAC-SHA-256 of everything before (format 2), or, as until version 0.2, its SHA-256 (format 1).
 */
export const Head = z.object({
  format: z.literal([1, 2]),
  takenAt: z.string(),
  /** Of the key that signed it, or, in format 1, that sealed it. */
  keyPrint: z.string(),
  /** All keys under which something in it may be sealed, by their numbers. */
  keys: z.array(z.object({ number: z.int(), print: z.string() })).default([]),
  migrations: z.array(z.string()),
  /** Constraints that old rows in it break. */
  loose: z.array(z.string()).default([]),
});
export type Head = z.infer<typeof Head>;

export const TableHead = z.object({
  table: z.string().regex(/^[a-z_]+$/),
  columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
});
export type TableHead = z.infer<typeof TableHead>;

export const END_OF_TABLE = '\\.';

/** A file that is no whole backup, or not one of ours. */
export class BackupRefusedError extends Error {
  override readonly name = 'BackupRefusedError';
}

/** Whose backups are taken: those that these keys signed; older ones, which nobody signed, only where the operator says so. */
export interface Trust {
  readonly keys: Pick<Keys, 'available'>;
  readonly unsigned: boolean;
}

/** What signs a backup while it is written. */
export function signature(key: Pick<DerivedKeys, 'backups'>): Hmac {
  return createHmac('sha256', key.backups);
}

export function trailer(digest: string): string {
  return `hmac-sha256 ${digest}\n`;
}

/** Reads a backup to its end. @returns its head @throws BackupRefusedError where it is cut short, was changed, or these keys don’t fit */
export async function checkBackup(file: string, trust: Trust): Promise<Head> {
  let head: Head | undefined;
  for await (const line of checkedLines(file, trust)) head ??= Head.parse(JSON.parse(line));
  if (!head) throw new BackupRefusedError(`${file} is damaged or no backup: it is empty`);
  return head;
}

/**
 * The lines of a backup but the last, which proves them: whoever reads them must be ready to undo what was made of them.
 * @throws BackupRefusedError after the last line where they are not what was once signed
 */
export async function* checkedLines(file: string, trust: Trust): AsyncGenerator<string> {
  let proof: { digest: Hash | Hmac; name: string } | undefined;
  let before: string | undefined;
  for await (const line of readable(file)) {
    if (before !== undefined) {
      proof ??= proofFor(file, before, trust);
      proof.digest.update(`${before}\n`);
      yield before;
    }
    before = line;
  }
  const wanted = proof && `${proof.name} ${proof.digest.digest('hex')}`;
  if (!wanted || !sameSecret(before ?? '', wanted))
    throw new BackupRefusedError(`${file} is cut short or was changed; nothing was restored`);
}

function proofFor(file: string, firstLine: string, { keys, unsigned }: Trust): { digest: Hash | Hmac; name: string } {
  const head = headIn(file, firstLine);
  const missing = head.keys.find(({ print }) => keys.available.every((key) => key.print !== print));
  if (missing) throw new BackupRefusedError(wants(`key ${missing.number} (${missing.print})`, keys));
  const key = keys.available.find(({ print }) => print === head.keyPrint);
  if (!key) throw new BackupRefusedError(wants(`the key ${head.keyPrint}`, keys));
  if (head.format === 2) return { digest: signature(key), name: 'hmac-sha256' };
  if (!unsigned)
    throw new BackupRefusedError(
      `${file} is from before backups were signed, so nobody can tell whether it was changed; if ` +
        'you know where it was kept, say npm run restore FILE -- --unsigned',
    );
  return { digest: createHash('sha256'), name: 'sha256' };
}

function headIn(file: string, line: string): Head {
  try {
    return Head.parse(JSON.parse(line));
  } catch {
    throw new BackupRefusedError(`${file} is damaged or no backup: it does not begin like one`);
  }
}

function wants(key: string, keys: Pick<Keys, 'available'>): string {
  const list = keys.available.map(({ number, print }) => `${number} (${print})`).join(', ');
  return `SEALING_KEY: this backup wants ${key}, without which nobody can read it; held are ${list}`;
}

async function* readable(file: string): AsyncGenerator<string> {
  try {
    yield* wholeLines(file);
  } catch (error) {
    throw new BackupRefusedError(`${file} is damaged or no backup: ${(error as Error).message.split('\n')[0]}`);
  }
}

/**
 * The lines of a backup, however large it is. They end with a line feed and nothing else: COPY leaves the separators of Unicode as they
 * are.
 */
async function* wholeLines(file: string): AsyncGenerator<string> {
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
