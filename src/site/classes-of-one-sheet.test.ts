import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../config/root.ts';

/** Of rules for every medium, the classes that stand alone as a selector. */
function classesOf(sheet: string): Set<string> {
  const rules = readFileSync(join(root, sheet), 'utf8')
    .replaceAll(/\/\*[^*]*\*\//g, '')
    .replaceAll(/^@media[^{]*\{\n(?: {2}.*\n)*\}/gm, '');
  return new Set([...rules.matchAll(/^\.([a-z-]+)(?:,| \{)$/gm)].map(([, name = '']) => name));
}

it('a class gets its looks in one sheet: two rooms that chose the same word would dress each other’s pages', () => {
  const sheets = globSync('src/**/*.css', { cwd: root });
  const named = sheets.flatMap((sheet) => [...classesOf(sheet)].map((name) => ({ name, sheet })));
  expect(named.length).toBeGreaterThan(100);
  const twice = [...Map.groupBy(named, ({ name }) => name)].filter(([, of]) => of.length > 1);
  expect(twice.map(([name, of]) => `${name}: ${of.map(({ sheet }) => sheet).join(', ')}`)).toEqual([]);
});
