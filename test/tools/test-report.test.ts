import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { gaps, slowest, testFiles } from '../../bin/test-report.js';

const ran = (name: string, status: string, title = 'a thing', duration = 5) => ({
  name: `/project/${name}`,
  assertionResults: [{ status, fullName: `${title} works`, ancestorTitles: [title], duration }],
});
const of = (...testResults: ReturnType<typeof ran>[]) => ({ testResults });
const run = { root: '/project' };

it('a run has no gaps where all ran, also those that failed', () => {
  expect(gaps(of(ran('a.test.ts', 'passed'), ran('b.test.ts', 'failed')), run)).toEqual([]);
});

it.each([
  ['skipped', 'skipped: a.test.ts: a thing works'],
  ['pending', 'skipped: a.test.ts: a thing works'],
  ['todo', 'still to be written: a.test.ts: a thing works'],
])('a test that is %s is a gap', (status, line) => {
  expect(gaps(of(ran('a.test.ts', status)), run)).toEqual([line]);
});

it('a journey that did not run is a gap', () => {
  const files = ['a.test.ts', 'test/journeys/b.test.ts'];
  expect(gaps(of(ran('a.test.ts', 'passed')), { ...run, files })).toEqual(['did not run: test/journeys/b.test.ts']);
});

it('every file of tests must have run, in whichever folder it stands', async () => {
  const root = await mkdtemp(join(tmpdir(), 'cb-tests-'));
  const ours = ['bin/c.test.ts', 'dev/deep/b.test.tsx', 'src/a.test.ts'];
  for (const file of [...ours, 'src/a.ts', 'node_modules/x/x.test.ts', 'dist.7/src/a.test.ts', '.git/a.test.ts']) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), '');
  }
  expect(testFiles(root).sort()).toEqual(ours);
});

it('what an account can’t run is excused by its name, and nothing beside it', () => {
  const report = of(ran('a.test.ts', 'skipped', 'a full disk'), ran('b.test.ts', 'skipped'));
  expect(gaps(report, { ...run, excused: ['a full disk'] })).toEqual(['skipped: b.test.ts: a thing works']);
});

it('the slowest are told with their seconds', () => {
  const report = of(ran('a.test.ts', 'passed', 'one', 1_200), ran('b.test.ts', 'passed', 'two', 40));
  expect(slowest(report, '/project', 1)).toEqual(['the slowest 1:', '    1.2 s  a.test.ts: one works']);
});
