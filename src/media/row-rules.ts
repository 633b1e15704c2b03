import { sql } from 'kysely';
import type { RowRule } from '../work/row-rules.ts';

/** A file is what its hash says: no constraint can hold it, as its bytes stand in several rows. */
export const rowRules: readonly RowRule[] = [
  {
    name: 'media_files_as_their_hashes',
    table: 'media_files',
    id: sql`encode(r.hash, 'hex')`,
    where: sql`r.hash IS DISTINCT FROM
      (SELECT sha256(string_agg(p.bytes, ''::bytea ORDER BY p.place)) FROM media_parts p WHERE p.hash = r.hash)`,
  },
];
