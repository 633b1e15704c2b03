import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './config/root.ts';
import { readFolder } from './facts/read-folder.ts';
import type { Fields, Files } from './facts/shapes.ts';
import { recordDataset } from './record/record-dataset.ts';
import { statesDataset } from './states/states-dataset.ts';

/** What somebody says who has read no source. */
const remembered = [
  /\bmemory\b|\brecollect|\bif I remember|\b(?:I|we) (?:think|believe|recall)\b|\bas far as (?:I|we|is) know/i,
  /\bde mémoire\b|\bje (?:crois|pense)\b|\bsauf erreur\b|\bde memoria\b|\bsi mal no recuerdo\b|\bcreo que\b/i,
  /من الذاكرة|على ما (?:أ|ن)?ذكر|بحسب ما أذكر/,
];

describe('what the record and the states start with', () => {
  it.each([
    ['birth year from memory', true],
    ['jour cité de mémoire', true],
    ['día citado de memoria', true],
    ['يوم الإصدار من الذاكرة', true],
    ['A memorial in Bangui', false],
  ])('is looked through for memories: %s, %s', (note, found) => {
    expect(remembered.some((words) => words.test(note))).toBe(found);
  });

  it('rests on no memory, in any language', async () => {
    const folders = ['content/record', 'content/states'].map((folder) => join(root, folder));
    const named = await Promise.all(folders.map(async (of) => (await readdir(of)).map((name) => join(of, name))));
    const paths = named.flat().filter((path) => path.endsWith('.csv'));
    const lines = await Promise.all(paths.map(async (path) => (await readFile(path, 'utf8')).split('\n')));
    expect(lines.flat().length).toBeGreaterThan(2000);
    expect(lines.flat().filter((line) => remembered.some((words) => words.test(line)))).toEqual([]);
  });
});

describe('a folder that is imported', () => {
  const changed = (files: Files, file: string, column: string): Files => {
    const [first, ...rest] = files[file] ?? [];
    if (!first) throw new Error(`${file} has no rows`);
    const fields: Fields = { ...first.fields, [column]: 'https://docslib.org/doc/1', standing: 'seen' };
    return { ...files, [file]: [{ ...first, fields }, ...rest] };
  };

  it.each([
    [recordDataset, 'events', 'source'],
    [recordDataset, 'charges', 'source'],
    [recordDataset, 'published', 'url'],
    [statesDataset, 'treaty-acts', 'source'],
    [statesDataset, 'national-law', 'source'],
    [statesDataset, 'immunity-agreements', 'source'],
  ])('%s: no row of %s is seen there alone', async (dataset, file, column) => {
    const { files } = await readFolder(join(root, 'content', dataset.name), dataset.shapes);
    expect(dataset.check(files)).toEqual([]);
    expect(dataset.check(changed(files, file, column))).toEqual([
      { file: `${file}.csv`, line: 2, code: 'only-shared', reason: expect.stringContaining('file-sharing') },
    ]);
  });
});
