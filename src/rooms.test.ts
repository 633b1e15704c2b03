import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname);
/** What every room may stand on; everything else below src/ is a room. */
const ground = ['config', 'database', 'facts', 'locales', 'site'];

interface Import {
  readonly from: string;
  readonly to: string;
}

function sources(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) => ({
    from: file,
    to: relative(src, resolve(src, dirname(file), path)),
  }));
}

const roomOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '');
/** Addresses may be taken from anywhere: they take nothing themselves. */
const isLeaf = (file: string) => /\/address(es)?\.ts$/.test(file);
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const all = sources()
  .filter((file) => !isTest(file))
  .flatMap(importsOf);
const imports = all.filter(({ to }) => !isLeaf(to));
const told = (list: readonly Import[]) => list.map(({ from, to }) => `${from} → ${to}`);

describe('rooms', () => {
  it('call another room’s operations, never its queries', () => {
    const crossing = imports.filter(({ from, to }) => roomOf(from) !== roomOf(to) && /-queries\.ts$/.test(to));
    expect(told(crossing)).toEqual([]);
  });

  it('never import the office', () => {
    expect(
      told(
        imports.filter(({ from, to }) => roomOf(to) === 'office' && roomOf(from) !== 'office' && roomOf(from) !== ''),
      ),
    ).toEqual([]);
  });

  it('have addresses that take nothing but how addresses are made', () => {
    const taken = all.filter(({ from, to }) => isLeaf(from) && !isLeaf(to) && to !== 'locales/langs.ts');
    expect(told(taken)).toEqual([]);
  });

  it('take components from the site, which takes no room’s logic', () => {
    const logic = imports.filter(
      ({ from, to }) => ground.includes(roomOf(from)) && roomOf(to) !== '' && !ground.includes(roomOf(to)),
    );
    expect(told(logic)).toEqual([]);
  });

  it('are seen at all by these rules', () => {
    expect(sources().length).toBeGreaterThan(30);
    expect(imports.length).toBeGreaterThan(50);
  });

  it('hold files of at most 300 lines', () => {
    const long = sources().filter(
      (file) => file !== 'database/schema.ts' && readFileSync(join(src, file), 'utf8').split('\n').length > 300,
    );
    expect(long).toEqual([]);
  });
});
