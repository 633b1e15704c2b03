import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../../src/config/root.ts';
import type { Room } from '../../src/room.ts';
import { type Import, importsOf, sourcesIn } from './imports.ts';

/** A file of the product, or of a room that only tests have, as it stands among the rooms. */
export interface RoomFile {
  /** Below `src/`, or where it would be there: `{room}/{file}`. */
  readonly file: string;
  readonly text: string;
  /** From the project's root. */
  readonly path: string;
}

/** Below every room: folders without a manifest, the lowest first. */
export const ground = ['text', 'config', 'database', 'locales'];

/** All code of the product, tests too. @param guests rooms whose folders are elsewhere */
export function roomFiles(guests: readonly Room[] = []): readonly RoomFile[] {
  const places = [{ folder: 'src', as: '' }, ...guests.map(({ name, folder = '' }) => ({ folder, as: `${name}/` }))];
  return places.flatMap(({ folder, as }) =>
    sourcesIn(join(root, folder)).map((name) => {
      const path = join(folder, name);
      return { file: as + name, path, text: readFileSync(join(root, path), 'utf8') };
    }),
  );
}

/** What these files take from others, each as it stands among the rooms. */
export function importsAmong(files: readonly RoomFile[]): Import[] {
  const named = new Map(files.map(({ path, file }) => [path, file]));
  const nameOf = (from: string) => named.get(from) ?? relative('src', from);
  return files.flatMap(({ path }) =>
    importsOf(root, path).map(({ from, to }) => ({ from: nameOf(from), to: nameOf(to) })),
  );
}

export const roomOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '');
/** Addresses may be taken from anywhere: they take nothing themselves. So may the type of manifests, which is a type alone. */
export const isLeaf = (file: string) => /\/address(es)?\.ts$/.test(file);
/** Tests, and what they alone take. */
export const isTest = (file: string) => /\.test\.tsx?$|\/tables-for-tests\.ts$/.test(file);

/** What rooms take from higher ones. @param layers the lowest first */
export function upwardAmong(imports: readonly Import[], layers: readonly string[]): Import[] {
  return imports.filter(({ from, to }) => {
    const [above, below] = [roomOf(to), roomOf(from)];
    if (isLeaf(to) || below === '' || above === below) return false;
    return above === '' ? to !== 'room.ts' || !/\/room\.ts$/.test(from) : layers.indexOf(above) > layers.indexOf(below);
  });
}
