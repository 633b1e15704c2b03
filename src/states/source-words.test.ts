import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { root } from '../config/root.ts';
import { wordsOf } from './sources.ts';

const read = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(root, 'content/states', `${file}.csv`)), { columns: true });
const known = new Map(read('source-words').map((row) => [row.en ?? '', row]));

/** English words that are no part of a name or a title. */
const DESCRIBED =
  /Coalition for the ICC|Wikipedia|UN Treaty Collection|Gazette|undated|\bcopy\b|\bkeywords?\b|\blist of\b|\bcount of\b/;

it('what describes a source of a fact is told in every language', () => {
  const files = ['treaty-acts', 'national-law', 'enforcement-agreements', 'immunity-agreements', 'corrections'];
  const untold = files.flatMap((file) =>
    read(file)
      .map(({ source = '' }) => wordsOf(source))
      .filter((words) => DESCRIBED.test(words) && !known.has(words)),
  );
  expect(untold).toEqual([]);
});

it('the Coalition has one name in each language', () => {
  const names = {
    fr: 'Coalition pour la Cour pénale internationale',
    es: 'Coalición por la Corte Penal Internacional',
    ar: 'التحالف من أجل المحكمة الجنائية الدولية',
  };
  for (const [english, row] of known)
    if (/(?<!Nigerian )Coalition for the ICC/.test(english))
      for (const [lang, name] of Object.entries(names)) expect(row[lang], english).toContain(name);
});
