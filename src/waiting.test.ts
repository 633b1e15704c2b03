import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './config/root.ts';

const folders = ['src', 'bench', 'test'];
/** The one place that looks again and again, until what it waits for is there or too much time has passed. */
const UNTIL = 'test/support/until.ts';

it('no test waits for a fixed time: what comes is waited for, and what must not come is proved by what comes after it', () => {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const tests = files.filter((name) => /\.test\.tsx?$|^test\/support\/.*\.ts$/.test(name) && name !== UNTIL);
  const timer = ['set', 'Timeout'].join('');
  expect(tests.filter((name) => readFileSync(join(root, name), 'utf8').includes(timer))).toEqual([]);
  expect(tests.length).toBeGreaterThan(50);
});
