import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../src/config/root.ts';

/** The content of a later version: a copy of content/, of which a test changes what it likes. */
export interface LaterContent {
  readonly root: string;
  /** Changes fields of a JSON file; undefined takes one out. */
  json(file: string, fields: Readonly<Record<string, unknown>>): Promise<void>;
  /** @throws where nothing is changed */
  text(file: string, change: (text: string) => string): Promise<void>;
  /** Adds a file. */
  add(file: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  drop(): Promise<void>;
}

export async function laterContent(): Promise<LaterContent> {
  const folder = await mkdtemp(join(tmpdir(), 'common-bonds-content-'));
  await cp(join(root, 'content'), join(folder, 'content'), { recursive: true });
  const at = (path: string) => join(folder, 'content', path);
  const text: LaterContent['text'] = async (file, change) => {
    const before = await readFile(at(file), 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${file} is as it was`);
    await writeFile(at(file), after);
  };
  return {
    root: folder,
    text,
    json: (file, fields) => text(file, (before) => JSON.stringify({ ...JSON.parse(before), ...fields })),
    add: async (file, words) => {
      await mkdir(dirname(at(file)), { recursive: true });
      await writeFile(at(file), words);
    },
    remove: (path) => rm(at(path), { recursive: true }),
    drop: () => rm(folder, { recursive: true }),
  };
}
