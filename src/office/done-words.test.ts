import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { noticeboard } from '../../test/fixtures/rooms/noticeboard/room.ts';
import { placeRoom } from '../config/room-folder.ts';
import { root } from '../config/root.ts';
import { handedBy } from '../handed.ts';
import { rooms } from '../rooms.ts';
import { doneWords, kindWords } from './done-words.ts';

/** A room that is added is held to the same. */
const all = [...rooms, noticeboard];
const handed = handedBy(all);
const folders = ['src', 'bin', noticeboard.folder ?? ''];
placeRoom('noticeboard', noticeboard.folder ?? '');

const sources = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|tables-for-tests|office\/done-words/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .filter((text) => /writeAudit|operation/.test(text)),
);
const names = all.map(({ name }) => name).join('|');
const quoted = (pattern: string) =>
  new Set(sources.flatMap((text) => [...text.matchAll(new RegExp(pattern, 'g'))].map(([, one = '']) => one)));

/** Of two endings each, which the code puts together. */
const endings = ['accounts.stop-address', 'accounts.stop-recovery'];
const operations = [
  ...quoted(`operation(?:: | = |: \\w+ === '\\w+' \\? )[^;]*?'((?:${names})\\.[a-z-]+)'`),
  ...endings,
];

it('whatever somebody does has words for whoever reads the audit', () => {
  expect(operations.length).toBeGreaterThan(35);
  expect(operations).toContain('noticeboard.take-off');
  expect(operations.filter((operation) => doneWords('ar', operation) === operation)).toEqual([]);
});

it('and so has every kind of thing that it is done to', () => {
  const kinds = [...quoted(`item(?:: | = )\\['([a-z-]+)',`)];
  expect(kinds.length).toBeGreaterThan(10);
  expect(kinds).toContain('notice');
  expect(kinds.filter((kind) => kindWords({ handed }, 'ar', kind) === kind)).toEqual([]);
});

it('what another version did stands as it was written down', () => {
  for (const operation of ['gone.did', '../letters.refuse', 'letters', 'letters.gone', ''])
    expect(doneWords('fr', operation)).toBe(operation);
  expect(kindWords({ handed }, 'fr', 'gone')).toBe('gone');
  expect(kindWords({ handed }, 'fr', 'constructor')).toBe('constructor');
});

it('the room of all the office has no words for what other rooms do', () => {
  const words = readFileSync(join(root, 'src/office/words/en.json'), 'utf8');
  expect(words).not.toMatch(/"(did|done|kind|item)\./);
});
