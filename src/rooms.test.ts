import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticeboard } from '../test/fixtures/rooms/noticeboard/room.ts';
import { circlesIn, type Import, importsOf, sourcesIn } from '../test/support/imports.ts';
import { ground, importsAmong, isLeaf, isTest, roomFiles, roomOf, upwardAmong } from '../test/support/room-files.ts';
import { outsideQueries, problemsWith } from '../test/support/sql/judge.ts';
import { product } from '../test/support/sql/product.ts';
import type { Room } from './room.ts';
import { rooms } from './rooms.ts';

const src = resolve(import.meta.dirname);
/** A room that is added is held to what all are held to. */
const withGuest: readonly Room[] = [...rooms, noticeboard];
const layers = [...ground, ...withGuest.map(({ name }) => name)];
const files = roomFiles([noticeboard]);
const all = importsAmong(files.filter(({ file }) => !isTest(file)));
const imports = all.filter(({ to }) => !isLeaf(to));
/** The room's files and all else that we write and run. */
const ours = ['src', 'bin', 'dev', 'bench', 'trial', 'test'].flatMap((folder) =>
  sourcesIn(join(src, '..', folder)).map((file) => join(folder, file)),
);
const told = (list: readonly Import[]) => list.map(({ from, to }) => `${from} → ${to}`);
const folderOf = ({ name, folder = `src/${name}` }: Pick<Room, 'name' | 'folder'>) => join(src, '..', folder);

describe('rooms', () => {
  it('stand in layers: none takes from a higher one, so that there is no circle', () => {
    const upward = upwardAmong(imports, layers);
    expect(told(upward)).toEqual([]);
  });

  it('are all the folders there are, each with a README', () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...ground, ...rooms.map(({ name }) => name)].sort());
    const places = [...ground.map((name) => ({ name })), ...withGuest].map(folderOf);
    expect(places.filter((place) => !existsSync(join(place, 'README.md')))).toEqual([]);
    const map = readFileSync(join(src, '../ARCHITECTURE.md'), 'utf8');
    const lines = [...ground, ...rooms.map(({ name }) => name)].map((name) => `| \`src/${name}/\` | … |`);
    expect(
      lines.filter((line) => !map.includes(line.split('`')[1] ?? '')),
      'lines to add to ARCHITECTURE.md, and what each is for',
    ).toEqual([]);
  });

  it('call another room’s operations, never its queries', () => {
    const crossing = imports.filter(({ from, to }) => roomOf(from) !== roomOf(to) && /-queries\.ts$/.test(to));
    expect(told(crossing)).toEqual([]);
  });

  it('have addresses that take nothing but how addresses are made', () => {
    const taken = all.filter(({ from, to }) => isLeaf(from) && !isLeaf(to) && to !== 'config/langs.ts');
    expect(told(taken)).toEqual([]);
  });

  it('and all else of ours have no circle of files, by types or by values', () => {
    expect(circlesIn(ours.flatMap((file) => importsOf(join(src, '..'), file)))).toEqual([]);
  });

  it('would be seen in a circle', () => {
    const ways = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['c', 'd'],
      ['e', 'a'],
      ['f', 'f'],
    ].map(([from = '', to = '']) => ({ from, to }));
    expect(circlesIn(ways)).toEqual([['a', 'b', 'c'], ['f']]);
  });

  it('have their manifest in room.ts, without markup', () => {
    expect(withGuest.filter((room) => !existsSync(join(folderOf(room), 'room.ts'))).map(({ name }) => name)).toEqual(
      [],
    );
    expect(files.filter(({ file }) => /\broom\.tsx$/.test(file)).map(({ file }) => file)).toEqual([]);
  });

  it('are seen at all by these rules, also one that takes from above', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(imports.filter(({ from }) => from.startsWith('noticeboard/')).length).toBeGreaterThan(20);
    expect(upwardAmong([{ from: 'noticeboard/room.tsx', to: 'room.ts' }], layers)).toHaveLength(1);
    expect(upwardAmong([{ from: 'api/room.ts', to: 'noticeboard/notices.ts' }], layers)).toHaveLength(1);
    expect(imports.length).toBeGreaterThan(1_000);
  });

  it('hold files of at most 300 lines', () => {
    const long = ours.filter(
      (file) =>
        readFileSync(join(src, '..', file), 'utf8')
          .trimEnd()
          .split('\n').length > 300,
    );
    expect(long).toEqual(['src/database/schema.ts']);
  });
});

describe('tables', () => {
  const { uses, world } = product([noticeboard]);
  const owned = withGuest.flatMap(({ name, owns = [] }) => owns.map((table) => ({ name, table })));

  it('are written by their owner alone, and read by rooms above as far as they are lent', () => {
    expect(problemsWith(uses, world)).toEqual([]);
  });

  it('stand in ARCHITECTURE.md, a line a room in the order of the rooms', () => {
    const paper = readFileSync(join(src, '../ARCHITECTURE.md'), 'utf8');
    const listed = [...paper.matchAll(/^\| [a-z-]+ \| `\w+`.*\|$/gm)].map(([line]) => line);
    const lines = rooms
      .filter(({ owns = [] }) => owns.length > 0)
      .map(({ name, owns = [] }) => `| ${name} | ${owns.map((table) => `\`${table}\``).join(', ')} |`);
    expect(listed, 'the list of tables in ARCHITECTURE.md').toEqual(lines);
  });

  it('have one owner each, which its README names', () => {
    expect(owned.map(({ table }) => table).sort()).toEqual([...world.columns.keys()].sort());
    for (const room of withGuest) {
      const { name, owns } = room;
      const readme = /(?:\*\*Tables?:\*\*|Owns the tables?) .*/.exec(
        readFileSync(join(folderOf(room), 'README.md'), 'utf8'),
      );
      expect.soft(named(readme?.[0] ?? ''), `${name}/README.md`).toEqual([...(owns ?? [])].sort());
    }
  });

  const named = (text: string) => [...text.matchAll(/`(\w+)`/g)].map(([, table = '']) => table).sort();

  it('are named in files of queries and rules alone, and by what makes them', () => {
    expect(outsideQueries(uses)).toEqual([]);
  });

  it('are seen at all, in files and in functions of the database', () => {
    const seen = new Set(uses.flatMap(({ tables }) => tables.map(({ name }) => name)));
    expect([...world.columns.keys()].filter((table) => !seen.has(table))).toEqual([]);
    expect(world.functions.find(({ name }) => name === 'accept_acts')?.tables.map(({ name }) => name)).toContain(
      'letters',
    );
    const putIn = new Set(uses.filter((use) => use.putIn).map(({ file }) => file));
    expect(Object.keys(world.everyTable)).toEqual([...putIn].sort());
  });
});

describe('kinds of actions', () => {
  const having = withGuest.filter(({ actionKinds = [] }) => actionKinds.length > 0);
  const kinds = having.flatMap(({ actionKinds = [] }) => actionKinds.map(({ kind }) => kind));
  /** As a text or as a part of one, such as of the key of words. */
  const isNamed = new RegExp(`['"\`.](${kinds.join('|')})(?=['"\`.])`);
  const within = (room: string) => files.filter(({ file }) => roomOf(file) === room && !isTest(file));

  it.each(['actions', 'supporters'])(
    'are named in the rooms that have them, nowhere in %s: a further one is handed in',
    (room) => {
      expect(
        within(room)
          .filter(({ text }) => isNamed.test(text))
          .map(({ file }) => file),
      ).toEqual([]);
      const words = readFileSync(join(src, room, 'words/en.json'), 'utf8');
      expect(words.split('\n').filter((line) => isNamed.test(line.split(': ')[0] ?? ''))).toEqual([]);
      const taken = all.filter(
        ({ from, to }) => roomOf(from) === room && having.some(({ name }) => name === roomOf(to)),
      );
      expect(told(taken)).toEqual([]);
      for (const { name } of having) expect(within(name).some(({ text }) => isNamed.test(text))).toBe(true);
    },
  );
});

describe('what is written about the code', () => {
  const root = join(src, '..');
  const listed = (folder: string) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  const paths = ['src', 'bin', 'dev', 'bench', 'trial', 'test'].flatMap((folder) =>
    listed(folder).map((name) => join(folder, name)),
  );
  const papers = [
    'ARCHITECTURE.md',
    ...paths.filter((path) => path.endsWith('README.md')),
    ...listed('docs/decisions').map((name) => join('docs/decisions', name)),
  ];

  it('names files that are there; in the README of a folder, those of this folder by their name alone', () => {
    const named = papers.flatMap((paper) =>
      [...readFileSync(join(root, paper), 'utf8').matchAll(/`([\w./-]+\.(?:tsx?|js|css))`/g)].map(([, name = '']) => ({
        paper,
        name,
      })),
    );
    expect(named.length).toBeGreaterThan(100);
    const isThere = ({ paper, name }: (typeof named)[number]) => {
      const ofFolder = paper.endsWith('/README.md') && !name.includes('/');
      const among = ofFolder ? paths.filter((path) => path.startsWith(`${dirname(paper)}/`)) : paths;
      return among.some((path) => `/${path}`.endsWith(`/${name}`)) || existsSync(join(src, name));
    };
    expect(named.filter((one) => !isThere(one))).toEqual([]);
  });
});
