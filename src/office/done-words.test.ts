import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../config/root.ts';
import { rooms } from '../rooms.ts';
import { doneWords, itemKinds, kindWords } from './done-words.ts';

const sources = ['src', 'bin'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|tables-for-tests|office\/done-words/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .filter((text) => /writeAudit|operation/.test(text)),
);
const names = rooms.map(({ name }) => name).join('|');
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
  expect(operations.filter((operation) => doneWords('ar', operation) === operation)).toEqual([]);
});

it('and so has every kind of thing that it is done to', () => {
  const kinds = [...quoted(`item(?:: | = )\\['([a-z-]+)',`)];
  expect(kinds.length).toBeGreaterThan(10);
  expect(kinds.filter((kind) => !itemKinds().includes(kind))).toEqual([]);
});

it('what another version did stands as it was written down', () => {
  expect([doneWords('fr', 'gone.did'), kindWords('fr', 'gone')]).toEqual(['gone.did', 'gone']);
});
