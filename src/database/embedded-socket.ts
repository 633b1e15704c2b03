import { lstat, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOCKET = '.s.PGSQL.5432';

/** The longest path of a Unix socket on macOS, less the name that PostgreSQL gives to its own. */
const LONGEST = 103 - `/${SOCKET}`.length;

/**
 * The private folder (0700) of the server's socket: in the data folder, or, where that path is too long, under the system's for short-lived
 * files, where others could have put one of the same name: it is used again only while it is ours and closed to them.
 */
export async function socketFolder(dataDir: string): Promise<string> {
  const near = join(dataDir, 'socket');
  if (Buffer.byteLength(near) <= LONGEST) {
    await mkdir(near, { recursive: true, mode: 0o700 });
    return near;
  }
  const note = join(dataDir, 'socket-folder');
  const known = await readFile(note, 'utf8').catch(() => '');
  if (known && (await isPrivate(known))) return known;
  const made = await mkdtemp(join(tmpdir(), 'common-bonds-'));
  await writeFile(note, made, { mode: 0o600 });
  return made;
}

async function isPrivate(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  return Boolean(found?.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0);
}

/** What a killed server left of its socket: its lock names a pid that may be another program's by now. */
export async function clearSocket(sockets: string): Promise<void> {
  for (const name of [SOCKET, `${SOCKET}.lock`]) await rm(join(sockets, name), { force: true });
}

/** Who can enter the folder may connect; nobody else can. */
export function urlOf(sockets: string, database = 'common_bonds'): string {
  return `postgresql://common_bonds@/${database}?host=${encodeURIComponent(sockets)}`;
}
