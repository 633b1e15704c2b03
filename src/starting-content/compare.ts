import { contentHash } from './content-hash.ts';
import type { Change, ContentRow, StoredContent, Value } from './content-unit.ts';

/** What waits for an operator. */
export interface Proposal {
  readonly key: string;
  /** Undefined: the files have it no more. */
  readonly offered: Value | undefined;
  readonly because: string;
}

/** What follows for each row. */
export interface Comparison {
  /** New rows, and rows that nobody has edited since they were brought. */
  readonly changes: readonly Change[];
  /** Rows of which the files say what stands, or nothing new. */
  readonly settled: readonly ContentRow[];
  readonly proposals: readonly Proposal[];
  /** Neither in the files nor here. */
  readonly forgotten: readonly string[];
}

export interface Compared {
  readonly files: readonly ContentRow[];
  readonly stored: StoredContent;
  /** By key, the hash of what the files said when the row was settled last. */
  readonly ledger: ReadonlyMap<string, string>;
  readonly nested?: boolean | undefined;
}

export const EDITED = 'it was edited here, and changed in the files';
const TAKEN_AWAY = 'it was taken away here, and changed in the files';
const GONE = 'the files have it no more';

/** Compares what the files say with what stands and with what was brought. */
export function compareContent({ files, stored, ledger, nested }: Compared): Comparison {
  const changes: Change[] = [];
  const settled: ContentRow[] = [];
  const proposals: Proposal[] = [];
  for (const { key, value } of files) {
    const [hash, base, stands] = [contentHash(value), ledger.get(key), stored.get(key)];
    const now = stands && contentHash(stands.value);
    if (hash === base || hash === now) settled.push({ key, value });
    else if (now === base && !stands?.protectedBecause) changes.push({ key, before: stands?.value, after: value });
    else proposals.push({ key, offered: value, because: reason(stands !== undefined, stands?.protectedBecause) });
  }
  const known = new Set(files.map(({ key }) => key));
  const gone = [...ledger.keys()].filter((key) => !known.has(key));
  const left = gone.filter((key) => stored.has(key) && !(nested && belongsTo(key, new Set(gone))));
  return {
    changes,
    settled,
    proposals: [...proposals, ...left.map((key) => ({ key, offered: undefined, because: GONE }))],
    forgotten: gone.filter((key) => !left.includes(key)),
  };
}

function reason(stands: boolean, protectedBecause: string | undefined): string {
  return stands ? (protectedBecause ?? EDITED) : TAKEN_AWAY;
}

/** Whether a row belongs to one of these. */
function belongsTo(key: string, others: ReadonlySet<string>): boolean {
  return key.split('/').some((_, at, names) => at > 0 && others.has(names.slice(0, at).join('/')));
}
