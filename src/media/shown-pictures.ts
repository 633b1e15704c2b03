import { LRUCache } from 'lru-cache';
import { langs } from '../config/langs.ts';
import type { Queries } from '../database/database.ts';
import { cachedInMemory } from '../database/memory-cache.ts';
import type { Visible } from '../http/visible.ts';
import { seenNow } from '../publications/cached-visible.ts';
import { publicationsAmong } from '../publications/publications.ts';
import { type StoredFile, selectFile } from './file-queries.ts';
import { PICTURES } from './picture-kind.ts';
import { selectPicturesOfFile } from './picture-queries.ts';

/** Of the memory of a process: a share of their own, so that no picture pushes out a page. */
const MOST_BYTES = 8 * 1_024 * 1_024;
/** Milliseconds for which it is believed that readers may see a file, also by a process that hears of no change. */
const BELIEVED = 2_000;

type Seen = Visible<readonly StoredFile[]>;

interface Looked {
  readonly file: StoredFile;
  readonly seen: Seen;
  readonly at: number;
}

interface Known {
  readonly files: LRUCache<string, Looked>;
  readonly underWay: Map<string, Promise<Seen>>;
}

/** Nothing of it outlives the change of any picture. */
const knownOf = cachedInMemory(
  PICTURES,
  async (): Promise<Known> => ({
    files: new LRUCache({ maxSize: MOST_BYTES, sizeCalculation: ({ file }) => file.bytes.length }),
    underWay: new Map(),
  }),
);

/** The file with a hash, where readers of some language may see a picture whose size it is; else nothing. */
export async function shownFile(queries: Queries, hash: string): Promise<Seen> {
  const known = await knownOf(queries);
  const looked = known.files.get(hash);
  if (looked && performance.now() - looked.at < BELIEVED) return looked.seen;
  const begun = known.underWay.get(hash) ?? look(queries, known, hash).finally(() => known.underWay.delete(hash));
  known.underWay.set(hash, begun);
  return begun;
}

async function look(queries: Queries, { files }: Known, hash: string): Promise<Seen> {
  const at = performance.now();
  const ids = await selectPicturesOfFile(queries, hash);
  const publications = await publicationsAmong(queries, ids);
  const file = ids.length > 0 ? (files.peek(hash)?.file ?? (await selectFile(queries, hash))) : undefined;
  const { whole } = await seenNow(queries, (gate) => {
    const each = ids.flatMap((id) => langs.map((lang) => ({ id, lang })));
    const pictures = gate.authored(each, ({ id, lang }) => [publications.get(id), lang]);
    return gate.belonging(
      file ? [file] : [],
      () => hash,
      pictures,
      () => hash,
    );
  });
  if (file && whole.length > 0) files.set(hash, { file, seen: whole, at });
  else files.delete(hash);
  return whole;
}
