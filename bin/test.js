// `npm test`: fetches what is needed, then types, lint, and every test, on the pinned Node.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onNpmGone } from './parent-watch.js';
import { build, prepare, root, run, say } from './prepare.js';
import { gaps, slowest, testFiles } from './test-report.js';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

async function main() {
  const node = await prepare();
  const chromium = await findChromium();
  const folder = mkdtempSync(join(tmpdir(), 'cb-test-'));
  // Whatever the tests, and their browser, put down for a while lies in one folder.
  const env = {
    ...process.env,
    TMPDIR: folder,
    CB_TEST_FOLDER: folder,
    CHROMIUM: chromium,
    CB_ROOT: root,
    PATH: `${dirname(node)}:${process.env.PATH}`,
    NODE_ENV: 'test',
  };
  const tool = (name, path, args) => {
    say(`${name}…`);
    return run(node, [join(root, 'node_modules', path), ...args], { env }, endTogether);
  };
  try {
    await build();
    await tool('types', 'typescript/bin/tsc', ['--noEmit', '-p', '.']);
    await tool('lint and format', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']);
    await tool('unused code', 'knip/bin/knip.js', ['--no-progress']);
    await tests(tool, join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** What ends us ends the tool that is at work, too. */
function endTogether(child) {
  const stop = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  onNpmGone(() => stop('SIGTERM'));
}

/** Vitest's own report, the slowest tests, and the counts once more on a line of their own. */
async function tests(tool, report) {
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ];
  let failure;
  await tool('tests', 'vitest/vitest.mjs', args).catch((error) => {
    failure = error;
  });
  const empty = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : empty;
  for (const line of slowest(results, root)) console.log(line);
  const left = gapsOf(results);
  for (const line of left) console.log(line);
  console.log(`${results.numPassedTests} passed, ${results.numFailedTests} failed, ${left.length} left out`);
  if (failure) throw failure;
  if (results.numPassedTests === 0) throw new Error('no test ran');
  if (left.length > 0) throw new Error('tests were left out: a test that does not run holds nothing');
}

/** Whoever asks for some tests knows that the others don't run. */
function gapsOf(report) {
  const args = process.argv.slice(2);
  if (args.some((arg) => /^(-t|--testNamePattern)/.test(arg))) return [];
  const files = args.length > 0 ? undefined : testFiles(root);
  // Only root may mount a disk that is small enough to be filled.
  const excused = process.getuid?.() === 0 ? [] : ['a full disk'];
  return gaps(report, { root, files, excused });
}

async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM: there is no ${named}`);
    return named;
  }
  const found = () => places.find((place) => existsSync(place));
  if (!found() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installChromium();
  const place = found();
  if (!place) throw new Error('the journeys need Chromium: install it, or name it in CHROMIUM');
  return place;
}

async function installChromium() {
  say('installing Chromium and fonts for the journeys (once)…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  await run('apt-get', ['update', '-qq'], quiet);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'], quiet);
  execFileSync('/usr/bin/chromium', ['--version'], { stdio: 'ignore' });
}

main().catch((error) => {
  console.error(`common-bonds: ${error.message}`);
  process.exit(1);
});
