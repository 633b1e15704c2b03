import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Queries } from '../database/database.ts';
import { contentHash } from './content-hash.ts';
import type { ContentRow, ContentUnit, StoredContent } from './content-unit.ts';

/** By room and unit, then by row: the hashes of all that versions from before the ledger brought. */
type Earlier = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export const EARLIER = 'content/earlier.json';

interface Beginning {
  readonly root: string;
  readonly room: string;
  readonly unit: ContentUnit;
  readonly files: readonly ContentRow[];
  readonly stored: StoredContent;
}

/**
 * What a ledger would hold of a unit that was brought before there was one: what the database itself tells of it, else what earlier
 * versions are known to have brought. A row of which neither tells has no entry: it counts as edited.
 */
export async function beginLedger(trx: Queries, { root, room, unit, files, stored }: Beginning) {
  if (unit.broughtBefore) {
    const brought = await unit.broughtBefore(trx);
    return new Map([...brought].map(([key, value]) => [key, contentHash(value)]));
  }
  const earlier = await earlierVersions(root, `${room}/${unit.name}`);
  const offered = new Map(files.map(({ key, value }) => [key, contentHash(value)]));
  return new Map(
    [...stored].flatMap(([key, { value }]) => {
      const known = earlier[key] ?? [];
      const now = contentHash(value);
      // As some version brought it; or edited, while no version ever said anything else than the files do.
      const always = known.length === 1 && known[0] === offered.get(key) ? known[0] : undefined;
      const base = known.includes(now) ? now : always;
      return base ? [[key, base] as const] : [];
    }),
  );
}

async function earlierVersions(root: string, unit: string): Promise<Earlier[string]> {
  const all = JSON.parse(await readFile(join(root, EARLIER), 'utf8')) as Earlier;
  return all[unit] ?? {};
}
