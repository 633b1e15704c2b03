import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** The longest path of a Unix socket, less the name that PostgreSQL gives to its own. */
const LONGEST = 103 - '/.s.PGSQL.5432'.length;

/** The private folder (0700) of the server's socket: in the data folder, or, where that path is too long, under the system's for short-lived files. */
export async function socketFolder(dataDir: string): Promise<string> {
  const near = join(dataDir, 'socket');
  const short = join(
    tmpdir(),
    `common-bonds-${userInfo().uid}-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`,
  );
  const folder = Buffer.byteLength(near) <= LONGEST ? near : short;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Who can enter the folder may connect; nobody else can. */
export function urlOf(sockets: string, database = 'common_bonds'): string {
  return `postgresql://common_bonds@/${database}?host=${encodeURIComponent(sockets)}`;
}
